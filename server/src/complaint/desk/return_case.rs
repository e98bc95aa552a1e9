//! `POST /api/v1/desk/complaints/{code}/return`: not the agency's business; the coordinator has it again.

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

/// Sends it back, with a reason for the coordinator.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(reason): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Return)?;
    let note = Some(words("text", &reason.text)?);
    let command = Command::Step { action: Action::Return, agency: None, reason: None, text: None, note };
    command::run(&state, asked, command).await.map(Json)
}
