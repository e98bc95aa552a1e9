//! `GET /api/v1/desk/figures`: what agencies did between two days (`from`, `to`), and what they have in hand.

use axum::extract::State;
use shared::complaint::desk::DeskFigures;

use super::{Scope, asked, count, own};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// Answers with them.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    pairs: Pairs,
) -> Result<Json<DeskFigures>, Error> {
    figures(&state, &staff, &pairs).await.map(Json)
}

/// What whoever asks may see.
pub(super) async fn figures(state: &AppState, staff: &Staff, pairs: &Pairs) -> Result<DeskFigures, Error> {
    let scope = Scope::of(staff)?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let time = asked(pairs, today)?;
    let mut connection = state.db.snapshot().await?;
    Ok(count::count(&mut connection, &settings, &scope, &own(staff), time, today).await?)
}
