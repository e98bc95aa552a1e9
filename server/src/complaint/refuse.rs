//! `POST /api/v1/complaints/{code}/refusal`: the reporter is not content, and says why.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::{Action, ComplaintView, NewRefusal};
use shared::text::Message;

use super::access;
use super::reporter_step::{self, Words};
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Refuses the answer, which sends the complaint back to the agency.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(refusal): Json<NewRefusal>,
) -> Result<Json<ComplaintView>, Error> {
    let words = words(&refusal)?;
    let id = access::reporter(&state, &code, &headers, address).await?.id;
    reporter_step::make(&state, id, Action::Refuse, words).await.map(Json)
}

/// What is said with a refusal.
pub(super) fn words(refusal: &NewRefusal) -> Result<Words, Error> {
    let reason = Message::parse(&refusal.reason).map_err(|problem| Error::field("reason", problem))?;
    Ok(Words { text: Some(reason), stars: None })
}
