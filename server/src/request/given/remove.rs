//! `POST /api/v1/desk/information-requests/{number}/files/{file}/remove`: takes a file away from a request.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::api::NoWords;
use shared::request::{DeskRequest, RequestAction, next_request_stage};

use super::open::{file, record, theirs};
use super::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::Files;
use crate::platform::http::{Json, if_match};
use crate::request::desk;
use crate::request::store as requests;
use crate::state::AppState;

/// Removes it, from the disk too. What a delivery was noted of stays; what the applicant was never given goes at any time.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<DeskRequest>, Error> {
    staff.must_keep(Duty::Requests)?;
    let (number, version) = (desk::number(&raw)?, if_match(&headers)?);
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (found, _) = theirs(tx, &staff, number).await?;
            let is_taken = requests::take(tx, found.id, version).await?;
            let (request, role) = theirs(tx, &staff, number).await?;
            if !is_taken {
                return Err(Error::changed(request.version));
            }
            let kept = file(tx, &request, &id).await?;
            let is_open = next_request_stage(RequestAction::Attach, request.stage).is_some();
            if kept.given_as.is_some() && !is_open {
                return Err(Error::changed(request.version));
            }
            store::forget(tx, &kept.id).await?;
            record(tx, (&staff, role), &request, ("request_file_removed", &kept), (at, today)).await?;
            Ok((desk::now(tx, &settings, &staff, number, today).await?, kept.names()))
        })
    });
    let (now, names) = done.await?;
    for name in names {
        files.forget(&name)?;
    }
    Ok(Json(now))
}
