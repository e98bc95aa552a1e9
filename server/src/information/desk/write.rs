//! `POST /api/v1/desk/information/{id}/write`: writes what the newest version says, or begins the next one.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::Duty;
use shared::information::{DeskInformation, InformationAction, InformationStage, NewInformation};

use super::open::{checked, may, open, shown};
use super::record::Change;
use crate::error::Error;
use crate::information::{number, store};
use crate::platform::access::Staff;
use crate::platform::http::{Json, if_match};
use crate::state::AppState;

/// Writes it. What everyone reads stays as it is until the new version is published.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(new): Json<NewInformation>,
) -> Result<Json<DeskInformation>, Error> {
    staff.must_keep(Duty::Information)?;
    let (id, version) = (number(&id)?, if_match(&headers)?);
    open(&mut state.db.read().await?, &staff, id).await?;
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let next = checked(&settings, today, &new)?;
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let is_taken = store::take(tx, id, version).await?;
            let (mut entry, _) = open(tx, &staff, id).await?;
            if !is_taken {
                return Err(Error::changed(entry.version));
            }
            // It may go to another agency only by somebody who may write for both.
            may(&staff, InformationAction::Write, &next.agency, next.category)
                .map_err(Error::forbidden_by)?;
            if matches!(entry.stage, InformationStage::Published | InformationStage::Withdrawn) {
                entry.newest += 1;
            }
            entry.stage = InformationStage::Draft;
            entry.reason = None;
            entry.agency.clone_from(&next.agency);
            store::put_version(tx, id, entry.newest, &next).await?;
            store::change(tx, &entry, today, at).await?;
            Change::new(&staff, at, today).record(tx, &entry, "information_written").await?;
            let (entry, newest) = open(tx, &staff, id).await?;
            Ok(shown(&staff, entry, newest))
        })
    });
    done.await.map(Json)
}
