//! `POST /api/v1/desk/complaints/{code}/edit`: corrects what it is.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewVerification};

use super::command::{self, Asked, Command};
use super::facts::facts;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Corrects class, sector or region.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(verification): Json<NewVerification>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Edit)?;
    let facts = facts(&state.settings(), verification)?;
    let command = Command::Correct { facts, then: None };
    command::run(&state, asked, command).await.map(Json)
}
