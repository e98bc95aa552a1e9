//! `POST /api/v1/desk/complaints/{code}/link`: says under which id a case stands in LAPOR!.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::LaporId;
use shared::complaint::desk::{CaseView, NewLaporId};

use super::command::{self, Asked, Command};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Notes the id, or takes it back.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(linking): Json<NewLaporId>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Link)?;
    let given = linking.id.filter(|id| !id.trim().is_empty());
    let id =
        given.map(|id| LaporId::parse(&id)).transpose().map_err(|problem| Error::field("id", problem))?;
    let command = Command::Link { id: id.map(|id| id.as_str().to_owned()) };
    command::run(&state, asked, command).await.map(Json)
}
