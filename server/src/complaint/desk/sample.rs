//! `POST /api/v1/desk/complaints/{code}/sample`: has a closed case checked.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::{CaseView, NewSample};
use shared::problem::Problem;

use super::command::{self, Asked, Command};
use crate::error::Error;
use crate::platform::access::{self, Staff};
use crate::platform::http::Json;
use crate::state::AppState;

/// Asks somebody outside the agency to check it.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(sample): Json<NewSample>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Sample)?;
    let checker = checker(&state, &asked, &sample.name).await?;
    command::run(&state, asked, Command::Sample { checker }).await.map(Json)
}

/// The account of a name, if it belongs to somebody who could check the case.
async fn checker(state: &AppState, asked: &Asked, name: &str) -> Result<i64, Error> {
    let mut connection = state.db.read().await?;
    let case = asked.case(&mut connection).await?;
    let agency = case.cell.agency.unwrap_or_default();
    let found = access::checkers(&mut connection, &agency).await?.into_iter();
    let mut found = found.filter(|(_, person)| person.name == name);
    found.next().map(|(id, _)| id).ok_or_else(|| Error::field("name", Problem::UnknownValue))
}
