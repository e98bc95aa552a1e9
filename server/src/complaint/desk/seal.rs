//! `POST /api/v1/desk/complaints/{code}/seal`: it is about abuse by officials: the inspectorate's alone from now on.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewReason};

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Seals it, with a reason for the inspectorate. Nobody takes it out of the sealed lane again.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(reason): Json<NewReason>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Seal)?;
    let command = Command::Seal { note: words("text", &reason.text)? };
    command::run(&state, asked, command).await.map(Json)
}
