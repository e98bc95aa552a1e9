//! `GET /api/v1/desk/settings`: what the coordinator keeps.

use axum::extract::State;
use shared::access::Duty;
use shared::setup::Setup;

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Answers with all of it.
pub async fn handle(State(state): State<AppState>, staff: Staff) -> Result<Json<Setup>, Error> {
    staff.must_keep(Duty::Settings)?;
    Ok(Json(super::read(&mut state.db.read().await?).await?))
}
