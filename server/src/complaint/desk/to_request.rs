//! `POST /api/v1/desk/complaints/{code}/to-request`: the reporter is asked for what a request for information needs.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewReason};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Asks and waits. Once it is given, the request registers itself.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(asks): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::ToRequest)?;
    let command = Command::ToRequest { text: words("text", &asks.text)? };
    command::run(&state, asked, command).await.map(Json)
}
