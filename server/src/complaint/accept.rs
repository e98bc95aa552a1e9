//! `POST /api/v1/complaints/{code}/acceptance`: the reporter is content with the answer.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::complaint::{Action, ComplaintView, Rating};
use shared::problem::Problem;
use shared::text::Message;

use super::access;
use super::reporter_step::{self, Words};
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// The best rating.
const STARS_MAX: u8 = 5;

/// Accepts the answer, which closes the complaint.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
    Json(rating): Json<Rating>,
) -> Result<Json<ComplaintView>, Error> {
    let words = words(&rating)?;
    let id = access::reporter(&state, &code, &headers, address).await?.id;
    reporter_step::make(&state, id, Action::Accept, words).await.map(Json)
}

/// What is said with an acceptance.
pub(super) fn words(rating: &Rating) -> Result<Words, Error> {
    if rating.stars.is_some_and(|stars| !(1..=STARS_MAX).contains(&stars)) {
        return Err(Error::field("stars", Problem::OutOfRange(STARS_MAX.into())));
    }
    let words = reporter_step::optional_words("words", rating.words.as_deref(), Message::parse)?;
    Ok(Words { text: words, stars: rating.stars })
}
