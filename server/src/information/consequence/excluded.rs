//! `GET /api/v1/excluded-information`: the Daftar Informasi yang Dikecualikan.

use axum::extract::State;
use shared::information::consequence::ExcludedList;
use shared::problem::{FieldProblem, Problem};

use super::store;
use crate::error::Error;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// Lines of a page.
const PAGE: usize = 20;
/// The parameter that says where a page begins.
const AFTER: &str = "after";

/// A page of it.
pub async fn handle(State(state): State<AppState>, pairs: Pairs) -> Result<Json<ExcludedList>, Error> {
    let below = asked(&pairs).map_err(Error::invalid)?;
    found(&state, below).await.map(Json)
}

/// The number that a page begins below; none where it is the first.
pub(in crate::information) fn asked(pairs: &Pairs) -> Result<Option<i64>, Vec<FieldProblem>> {
    let mut problems = pairs.problems(|_| false, &[AFTER]);
    let below = pairs.get(AFTER).map(|raw| raw.trim().parse()).transpose().unwrap_or_else(|_| {
        problems.push(FieldProblem::new(AFTER, Problem::UnknownValue));
        None
    });
    if problems.is_empty() { Ok(below) } else { Err(problems) }
}

/// A page of it.
pub(in crate::information) async fn found(
    state: &AppState,
    below: Option<i64>,
) -> Result<ExcludedList, Error> {
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let below = below.unwrap_or(i64::MAX);
    let mut rows = store::excluded(&mut state.db.read().await?, below, limit).await?;
    let next = (rows.len() > PAGE).then(|| rows[PAGE - 1].id.to_string());
    rows.truncate(PAGE);
    Ok(ExcludedList { rows, next })
}
