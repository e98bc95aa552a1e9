//! The recap and the board over HTTP, as JSON.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};

use super::count::{Moment, board, recap};
use super::question::Question;
use crate::error::Error;
use crate::platform::http::{Json, Language, Pairs};
use crate::state::AppState;

/// A figure is of its moment: kept, it would be passed off as today's.
pub(super) const FRESH: HeaderValue = HeaderValue::from_static("no-store");

/// Counts by one dimension.
pub async fn handle(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let question =
        Question::parse(&pairs, &["by", "lang"], &settings, today, lang).map_err(Error::invalid)?;
    let ledger = state.ledger.snapshot();
    let moment = Moment { ledger: &ledger, settings: &settings, taken_at: state.clock.now() };
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(recap(&question, moment))).into_response())
}

/// All counts of the transparency page, of one moment.
pub async fn handle_board(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let question = Question::parse(&pairs, &["lang"], &settings, today, lang).map_err(Error::invalid)?;
    let ledger = state.ledger.snapshot();
    let moment = Moment { ledger: &ledger, settings: &settings, taken_at: state.clock.now() };
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(board(&question, moment))).into_response())
}
