//! `POST /api/v1/desk/complaints/{code}/answer`: the office answers.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::FILES_MAX;
use shared::complaint::desk::{CaseView, NewAnswer};
use shared::problem::Problem;

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers, with files as proof.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(answer): Json<NewAnswer>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Answer)?;
    let text = words("text", &answer.text)?;
    if answer.files.len() > FILES_MAX {
        return Err(Error::field("files", Problem::TooMany(FILES_MAX as u32)));
    }
    let command = Command::Answer { text, files: answer.files };
    command::run(&state, asked, command).await.map(Json)
}
