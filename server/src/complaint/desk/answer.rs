//! `POST /api/v1/desk/complaints/{code}/answer`: the office answers.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::desk::template::parse_answer;
use shared::complaint::desk::{CaseView, NewAnswer};
use shared::complaint::{FILES_MAX, check_promise};
use shared::problem::{FieldProblem, Problem};

use super::command::{self, Asked, Command};
use super::reply::Reply;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers, with files as proof; or lays the answer before the responsible officer, where the agency wants that.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(answer): Json<NewAnswer>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Answer)?;
    let today = state.settings().today(&state.clock);
    let text = parse_answer(&answer.text);
    let promise = check_promise(answer.outcome, answer.promised_on, today);
    let too_many = (answer.files.len() > FILES_MAX).then_some(Problem::TooMany(FILES_MAX as u32));
    let problems: Vec<_> =
        [("text", text.as_ref().err().copied()), ("files", too_many), ("promised_on", promise.err())]
            .into_iter()
            .filter_map(|(field, problem)| Some(FieldProblem::new(field, problem?)))
            .collect();
    let Ok(text) = text.as_ref().map(|text| text.as_str().to_owned()) else {
        return Err(Error::invalid(problems));
    };
    if !problems.is_empty() {
        return Err(Error::invalid(problems));
    }
    let NewAnswer { files, outcome, promised_on, .. } = answer;
    let command = Command::Answer(Reply { text, files, outcome, promised_on });
    command::run(&state, asked, command).await.map(Json)
}
