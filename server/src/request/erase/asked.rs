//! `POST /api/v1/desk/privacy/request-erasures`: erases who asked for information and what they wrote, on a rightful request,
//! once the request has come to its end.

use axum::extract::State;
use shared::access::Duty;
use shared::complaint::desk::{Erased, NewErasure};
use shared::problem::Problem;
use shared::request::RequestNumber;
use shared::text::Message;

use super::store::{self, Due};
use super::{Erasing, erase, remove, scrub};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::request::store as requests;
use crate::state::AppState;

/// Erases all of it. Once more is no error, and leaves nothing more.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(wanted): Json<NewErasure>,
) -> Result<Json<Erased>, Error> {
    staff.must_keep(Duty::Privacy)?;
    let number = RequestNumber::parse(&wanted.code).map_err(|problem| Error::field("code", problem))?;
    let reason = Message::parse(&wanted.reason).map_err(|problem| Error::field("reason", problem))?;
    let (at, day) = (state.clock.now(), state.settings().today(&state.clock));
    let erasing = Erasing {
        why: "request",
        actor: "data_protection_officer",
        by: Some(staff.account_id),
        reason: Some(reason.as_str().to_owned()),
        at,
        day,
    };
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let unknown = || Error::field("code", Problem::UnknownValue);
            let found = requests::by_number(tx, number).await?.ok_or_else(unknown)?;
            requests::touch(tx, found.id).await?;
            // Without its words nobody could answer it.
            if !store::has_ended(tx, found.id).await? {
                return Err(Error::conflict());
            }
            let due = Due { id: found.id, number: found.number, applicant: true, words: true };
            Ok(erase(tx, &due, &erasing).await?)
        })
    });
    let names = done.await?;
    remove(&state, &names.unwrap_or_default())?;
    scrub(&state).await?;
    Ok(Json(Erased { code: number.to_string() }))
}
