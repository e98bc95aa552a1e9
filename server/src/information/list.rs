//! `GET /api/v1/information`: the Daftar Informasi Publik.

use axum::extract::State;
use shared::information::{InformationFilter, InformationList};
use shared::problem::{FieldProblem, Problem};

use super::store;
use crate::error::Error;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// Entries of a page.
const PAGE: usize = 20;
/// The parameter that says where a page begins.
const AFTER: &str = "after";

/// A page of it.
pub async fn handle(State(state): State<AppState>, pairs: Pairs) -> Result<Json<InformationList>, Error> {
    let asked = asked(&pairs).map_err(Error::invalid)?;
    found(&state, &asked).await.map(Json)
}

/// What is asked for, and where the page begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    filter: InformationFilter,
    /// Entries below this number.
    below: Option<i64>,
    /// The parameters besides that place, as they were given.
    query: String,
}

impl Asked {
    /// Whether it is the first page.
    pub(super) fn is_first(&self) -> bool {
        self.below.is_none()
    }

    /// Whether something narrows it.
    pub(super) fn is_narrowed(&self) -> bool {
        self.filter != InformationFilter::default()
    }

    /// The address of its page that begins somewhere, or of its first.
    pub(super) fn address(&self, after: Option<&str>) -> String {
        let after = after.map(|after| [AFTER, "=", after].concat());
        let query: Vec<&str> = [Some(&*self.query), after.as_deref()]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        with_query("/informasi", &query.join("&"))
    }

    /// The address of a file of all that is asked for.
    pub(super) fn of_file(&self, path: &str) -> String {
        with_query(path, &self.query)
    }
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { [path, "?", query].concat() }
}

/// Reads an address.
pub(super) fn asked(pairs: &Pairs) -> Result<Asked, Vec<FieldProblem>> {
    let is_known = |name: &str| InformationFilter::NAMES.contains(&name);
    let mut problems = pairs.problems(is_known, &[AFTER]);
    let filter = InformationFilter::parse(pairs.iter()).unwrap_or_else(|found| {
        problems.extend(found);
        InformationFilter::default()
    });
    let below = pairs.get(AFTER).map(|raw| raw.trim().parse()).transpose().unwrap_or_else(|_| {
        problems.push(FieldProblem::new(AFTER, Problem::UnknownValue));
        None
    });
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(name, _)| InformationFilter::NAMES.contains(name)) {
        if !value.trim().is_empty() {
            query.append_pair(name, value.trim());
        }
    }
    if problems.is_empty() { Ok(Asked { filter, below, query: query.finish() }) } else { Err(problems) }
}

/// A page of what was asked for.
pub(super) async fn found(state: &AppState, asked: &Asked) -> Result<InformationList, Error> {
    let limit = i64::try_from(PAGE + 1).map_err(Error::internal)?;
    let below = asked.below.unwrap_or(i64::MAX);
    let mut rows = store::list(&mut state.db.snapshot().await?, &asked.filter, below, limit).await?;
    let next = (rows.len() > PAGE).then(|| rows[PAGE - 1].id.to_string());
    rows.truncate(PAGE);
    Ok(InformationList { rows, next })
}
