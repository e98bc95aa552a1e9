//! The complaints that still wait, oldest first.

mod page;

mod list;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use shared::recap::WaitingList;

pub(super) use self::page::Page;
use super::asked::{Asked, FRESH};
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::http::{Language, Pairs};
use crate::platform::kept::Moment;
use crate::state::AppState;

/// What still waits under a filter. Everyone who looks at the same page at the same revision gets the same bytes:
/// after a change all open pages ask at once.
pub async fn handle(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    const JSON: HeaderValue = HeaderValue::from_static("application/json");
    let asked = Asked::read(&state, &pairs, &["after", "limit"], lang);
    let (asked, page) = match (asked, Page::parse(&pairs, &state.keys)) {
        (Ok(asked), Ok(page)) => (asked, page),
        (asked, page) => {
            let problems = asked.err().into_iter().flatten().chain(page.err().into_iter().flatten());
            return Err(Error::invalid(problems.collect()));
        }
    };
    let moment =
        Moment { revision: asked.ledger.revision(), today: asked.today, settings: asked.settings.clone() };
    let name = format!("waiting?{}&{}", asked.question.filter.to_query(), page.name());
    let body = state.kept.get_or(moment, name, async || {
        serde_json::to_vec(&list_of(&state, &asked, page).await?).map_err(Error::internal)
    });
    Ok(([(header::CONTENT_TYPE, JSON), (header::CACHE_CONTROL, FRESH)], body.await?).into_response())
}

/// A page of the list.
pub(super) async fn list_of(state: &AppState, asked: &Asked, page: Page) -> Result<WaitingList, DbError> {
    let Asked { ledger, settings, question, today, .. } = asked;
    list::waiting(&state.db, &state.keys, ledger, settings, question, page, *today).await
}
