//! `POST /api/v1/desk/complaints/{code}/archive`: takes it out of every total.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewArchiving};
use shared::complaint::{Action, ArchiveReason};
use shared::problem::Problem;

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Archives it, with a reason that the reporter reads.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(archiving): Json<NewArchiving>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Archive)?;
    let reason = archiving.reason;
    if matches!(reason, ArchiveReason::Withdrawn | ArchiveReason::Merged | ArchiveReason::Requested) {
        return Err(Error::field("reason", Problem::UnknownValue));
    }
    let (text, reason) = (Some(words("text", &archiving.text)?), Some(reason));
    let command = Command::Step { action: Action::Archive, agency: None, reason, text, note: None };
    command::run(&state, asked, command).await.map(Json)
}
