//! `GET /api/v1/accounts`: all accounts.

use axum::extract::State;
use shared::account::AccountLine;

use super::Hand;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers with all of them, by name.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<Vec<AccountLine>>, Error> {
    let hand = Hand::new(&state, &staff)?;
    Ok(Json(hand.all(&mut state.db.read().await?).await?))
}
