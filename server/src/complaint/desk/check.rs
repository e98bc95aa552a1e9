//! `POST /api/v1/desk/complaints/{code}/check`: confirms a closed case, or sends it back.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, CheckOutcome, NewCheck};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Enters what the check found.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(check): Json<NewCheck>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Check)?;
    let given = check.text.filter(|text| !text.trim().is_empty());
    let text = match (check.outcome, given) {
        (CheckOutcome::Confirmed, None) => None,
        // Whoever has to do it again must know what is missing.
        (_, given) => Some(words("text", &given.unwrap_or_default())?),
    };
    command::run(&state, asked, Command::Check { outcome: check.outcome, text }).await.map(Json)
}
