//! `POST /api/v1/desk/complaints/{code}/note`: writes what only the staff read.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewReason};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Adds a note.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(note): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Note)?;
    let command = Command::Note { text: words("text", &note.text)? };
    command::run(&state, asked, command).await.map(Json)
}
