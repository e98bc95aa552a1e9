//! `POST /api/v1/desk/complaints/{code}/assign`: gives it to a person of the office that has it.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewAssignment};
use shared::problem::Problem;

use super::command::{self, Asked, Command};
use crate::error::Error;
use crate::platform::access::{self, Staff};
use crate::platform::http::Json;
use crate::state::AppState;

/// The account of a name, if it belongs to somebody of the office that has the case.
async fn colleague(state: &AppState, asked: &Asked, name: Option<&str>) -> Result<Option<i64>, Error> {
    let Some(name) = name.filter(|name| !name.is_empty()) else { return Ok(None) };
    let mut connection = state.db.read().await?;
    let case = asked.case(&mut connection).await?;
    let colleagues = match case.cell.agency {
        _ if case.sealed => access::inspectors(&mut connection).await?,
        Some(agency) => access::colleagues(&mut connection, &agency).await?,
        None => Vec::new(),
    };
    let found = colleagues.into_iter().find(|(_, person)| person.name == name);
    found.map(|(id, _)| Some(id)).ok_or_else(|| Error::field("name", Problem::UnknownValue))
}

/// Gives it to somebody, or to nobody.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(assignment): Json<NewAssignment>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Assign)?;
    let account = colleague(&state, &asked, assignment.name.as_deref()).await?;
    let command = Command::Assign { account };
    command::run(&state, asked, command).await.map(Json)
}
