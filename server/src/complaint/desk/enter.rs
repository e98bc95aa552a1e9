//! `POST /api/v1/desk/complaints`: enters what came to an office by letter, telephone, visit or LAPOR!, exactly once under its
//! idempotency key.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use shared::access::{Duty, keeps};
use shared::complaint::Actor;
use shared::complaint::desk::NewEntry;

use crate::complaint::actor_word;
use crate::complaint::file::{self, Origin};
use crate::error::Error;
use crate::platform::access::{Staff, actor_of};
use crate::platform::http::Json;
use crate::platform::idempotency;
use crate::state::AppState;

/// Enters it, and gives the receipt for whoever complained.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    headers: HeaderMap,
    Json(entry): Json<NewEntry>,
) -> Result<Response, Error> {
    staff.must_keep(Duty::Entries)?;
    let key = idempotency::required_key(&headers)?;
    let request_hash = idempotency::request_hash(&entry);
    let settings = state.settings();
    let office = staff.roles.iter().find(|held| keeps(held.role, Duty::Entries));
    let office = office.and_then(|held| actor_of(held.role)).unwrap_or(Actor::Coordinator);
    let checked = entry.check(settings.today(&state.clock), settings.as_ref()).map(|checked| {
        let origin = Origin {
            channel: checked.channel,
            received_on: checked.received_on,
            lapor_id: checked.lapor_id.map(|id| id.as_str().to_owned()),
            actor: actor_word(office),
            by: Some(staff.account_id),
        };
        (checked.filing, origin)
    });
    let filed = file::enter(&state, key, request_hash, checked).await?;
    Ok((StatusCode::CREATED, Json(filed)).into_response())
}
