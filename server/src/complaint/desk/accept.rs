//! `POST /api/v1/desk/complaints/{code}/accept`: the office begins to work on it.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::api::NoWords;
use shared::complaint::Action;
use shared::complaint::desk::CaseView;

use super::command::{self, Asked, Command};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Begins.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(NoWords {}): Json<NoWords>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Accept)?;
    let command = Command::step(Action::Begin);
    command::run(&state, asked, command).await.map(Json)
}
