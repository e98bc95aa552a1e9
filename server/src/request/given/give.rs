//! `POST /api/v1/desk/information-requests/{number}/files/{file}/give`: says that the applicant is given a file.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::request::{DeskRequest, FileToGive};

use super::open::{attachable, file, record};
use super::prepare::{Prepared, abandon, prepare};
use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, if_match};
use crate::request::desk;
use crate::request::store as requests;
use crate::state::AppState;

/// Gives it. The applicant sees it once a notice stands that grants.
pub async fn handle(
    State(state): State<AppState>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
    Json(give): Json<FileToGive>,
) -> Result<Json<DeskRequest>, Error> {
    staff.must_keep(Duty::Requests)?;
    let (number, version) = (desk::number(&raw)?, if_match(&headers)?);
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let held = {
        let mut connection = state.db.read().await?;
        let (request, _) = attachable(&mut connection, &staff, number).await?;
        file(&mut connection, &request, &id).await?
    };
    if !held.is_held() {
        return Err(Error::conflict());
    }
    let Prepared { file: given, original, fresh, stale } = prepare(&state, held, give).await?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (found, _) = attachable(tx, &staff, number).await?;
            let is_taken = requests::take(tx, found.id, version).await?;
            let (request, role) = attachable(tx, &staff, number).await?;
            if !is_taken {
                return Err(Error::changed(request.version));
            }
            if !file(tx, &request, &id).await?.is_held() {
                return Err(Error::conflict());
            }
            store::give(tx, &given, original).await?;
            record(tx, (&staff, role), &request, ("request_file_given", &given), (at, today)).await?;
            desk::now(tx, &settings, &staff, number, today).await
        })
    });
    let done = done.await;
    match &done {
        Ok(_) => abandon(&state, stale.as_slice()),
        Err(_) => abandon(&state, &fresh),
    }
    done.map(Json)
}
