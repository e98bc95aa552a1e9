//! `POST /api/v1/complaints/{code}/withdrawal`: the reporter takes the complaint back.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::{Action, ComplaintView, NewWithdrawal};
use shared::text::Message;

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
    let reason = reporter_step::optional_words("reason", withdrawal.reason.as_deref(), Message::parse)?;
    let words = Words { text: reason, stars: None };
    reporter_step::make(&state, &code, &headers, address, Action::Withdraw, words).await
}
