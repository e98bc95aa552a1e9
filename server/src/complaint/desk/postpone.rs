//! `POST /api/v1/desk/complaints/{code}/postpone`: something is missing, and the reporter is asked for it.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::Action;
use shared::complaint::desk::{CaseView, NewReason};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Asks and waits.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(asks): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Postpone)?;
    let text = Some(words("text", &asks.text)?);
    let command = Command::Step { action: Action::Postpone, agency: None, reason: None, text, note: None };
    command::run(&state, asked, command).await.map(Json)
}
