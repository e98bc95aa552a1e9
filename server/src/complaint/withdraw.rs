//! `POST /api/v1/complaints/{code}/withdrawal`: the reporter takes the complaint back.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::{Action, ComplaintView, NewWithdrawal};
use shared::text::Message;

use super::access;
use super::reporter_step::{self, Words};
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Takes the complaint back, which archives it.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(withdrawal): Json<NewWithdrawal>,
) -> Result<Json<ComplaintView>, Error> {
    let words = words(&withdrawal)?;
    let id = access::reporter(&state, &code, &headers, address).await?.id;
    reporter_step::make(&state, id, Action::Withdraw, words).await.map(Json)
}

/// What is said with a withdrawal.
pub(super) fn words(withdrawal: &NewWithdrawal) -> Result<Words, Error> {
    let reason = reporter_step::optional_words("reason", withdrawal.reason.as_deref(), Message::parse)?;
    Ok(Words { text: reason, stars: None })
}
