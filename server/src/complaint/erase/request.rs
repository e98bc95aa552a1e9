//! `POST /api/v1/desk/privacy/erasures`: erases a complaint on a rightful request, once it has ended.

use axum::extract::State;
use shared::access::Duty;
use shared::complaint::desk::{Erased, ErasedPart, NewErasure};
use shared::complaint::{Stage, TrackingCode};
use shared::problem::Problem;
use shared::text::Message;

use super::{Erasing, due, erase};
use crate::complaint::store;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Erases all of it.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(wanted): Json<NewErasure>,
) -> Result<Json<Erased>, Error> {
    staff.must_keep(Duty::Privacy)?;
    let code = TrackingCode::parse(&wanted.code).map_err(|problem| Error::field("code", problem))?;
    let reason = Message::parse(&wanted.reason).map_err(|problem| Error::field("reason", problem))?;
    let (at, day) = (state.clock.now(), state.settings().today(&state.clock));
    let erasing = Erasing {
        parts: ErasedPart::ALL.to_vec(),
        why: "request",
        actor: "data_protection_officer",
        by: Some(staff.account_id),
        reason: Some(reason.as_str().to_owned()),
        at,
        day,
    };
    let shown = code.to_string();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let unknown = || Error::field("code", Problem::UnknownValue);
            let complaint = store::by_code(tx, code.as_str()).await?.ok_or_else(unknown)?;
            store::lock(tx, complaint.id).await?;
            let complaint = store::by_id(tx, complaint.id).await?.ok_or_else(unknown)?;
            // Without its words nobody could work on it: it is closed or archived first.
            if !matches!(complaint.cell.stage, Stage::Closed | Stage::Archived) {
                return Err(Error::conflict());
            }
            Ok(erase(tx, complaint.id, &erasing).await?)
        })
    });
    for name in done.await? {
        state.files.remove(&name).map_err(Error::internal)?;
    }
    due::scrub(&state).await?;
    Ok(Json(Erased { code: shown }))
}
