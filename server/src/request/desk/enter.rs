//! `POST /api/v1/desk/information-requests`: enters what came to an office by letter, telephone or visit, exactly once under its
//! idempotency key.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use shared::access::{Duty, Role, Rule};
use shared::request::NewRequestEntry;

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::platform::idempotency;
use crate::request::file::{Coming, register_as};
use crate::state::AppState;

/// Enters it, and gives the receipt for whoever asks. What comes to an agency is its PPID's from the start.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    headers: HeaderMap,
    Json(entry): Json<NewRequestEntry>,
) -> Result<Response, Error> {
    staff.must_keep(Duty::Requests)?;
    let key = idempotency::required_key(&headers)?;
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let checked = entry.check(today).map_err(Error::invalid)?;
    let (role, agency) = office(&staff).ok_or_else(|| Error::forbidden_by(Rule::OtherRole))?;
    let coming = Coming {
        secret_hash: [0; 32],
        received_on: checked.received_on,
        channel: checked.channel,
        at,
        today,
        actor: role.as_str(),
        by: Some(staff.account_id),
        complaint: None,
        agency,
    };
    let request_hash = idempotency::request_hash(&entry);
    let receipt = register_as(&state, key, request_hash, (checked.request, None), coming).await?;
    Ok((StatusCode::CREATED, Json(receipt)).into_response())
}

/// As whom they enter it; none for who only decides on objections.
fn office(staff: &Staff) -> Option<(Role, Option<String>)> {
    if staff.has(Role::PpidMain) {
        return Some((Role::PpidMain, None));
    }
    let agency = staff.agencies_as(Role::PpidAgency).next()?;
    Some((Role::PpidAgency, Some(agency.to_owned())))
}
