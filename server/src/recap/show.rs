//! The recap and the board over HTTP, as JSON.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;

use super::asked::{Asked, FRESH};
use super::count::{board, recap};
use crate::error::Error;
use crate::platform::http::{Json, Language, Pairs};
use crate::state::AppState;

/// Counts by one dimension.
pub async fn handle(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let asked = Asked::read(&state, &pairs, &["by", "lang"], lang).map_err(Error::invalid)?;
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(recap(&asked.question, asked.moment()))).into_response())
}

/// All counts of the transparency page, of one moment.
pub async fn handle_board(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let asked = Asked::read(&state, &pairs, &["lang"], lang).map_err(Error::invalid)?;
    Ok(([(header::CACHE_CONTROL, FRESH)], Json(board(&asked.question, asked.moment()))).into_response())
}
