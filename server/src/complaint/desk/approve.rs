//! `POST /api/v1/desk/complaints/{code}/approve`: the responsible officer releases an answer, or sends it back.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{Approval, CaseView, NewApproval};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Does what the officer decided.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(given): Json<NewApproval>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Approve)?;
    let command = match given.approval {
        Approval::Released => Command::Release,
        // Whoever has to write it again must know why.
        Approval::SentBack => {
            Command::SendAnswerBack { text: words("text", &given.text.unwrap_or_default())? }
        }
    };
    command::run(&state, asked, command).await.map(Json)
}
