//! `POST /api/v1/desk/complaints/{code}/ask`: writes to the reporter.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewReason};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// The reporter reads it and may answer; the stage stays.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(asks): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Ask)?;
    let command = Command::Ask { text: words("text", &asks.text)? };
    command::run(&state, asked, command).await.map(Json)
}
