//! `GET /api/v1/desk/information/board`: what wants to be done about public entries.

use axum::extract::State;
use shared::access::{Duty, Role};
use shared::information::InformationBoard;

use crate::error::Error;
use crate::information::store;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Counts it for every agency that whoever asks works for.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<InformationBoard>, Error> {
    staff.must_keep(Duty::Information)?;
    let today = state.settings().today(&state.clock);
    let mut agencies = store::counts(&mut state.db.read().await?, today).await?;
    if !staff.has(Role::PpidMain) {
        agencies.retain(|one| staff.agencies_as(Role::PpidAgency).any(|own| own == one.agency));
    }
    Ok(Json(InformationBoard { agencies }))
}
