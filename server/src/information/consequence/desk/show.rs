//! `GET /api/v1/desk/consequence-tests/{id}`: a consequence test with what may be done with it.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::information::consequence::DeskConsequenceTest;

use super::open::shown;
use crate::error::Error;
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Shows it.
pub async fn handle(
    State(state): State<AppState>,
    Path(id): Path<String>,
    staff: Staff,
) -> Result<Json<DeskConsequenceTest>, Error> {
    staff.must_keep(Duty::Information)?;
    let today = state.settings().today(&state.clock);
    shown(&mut state.db.snapshot().await?, &staff, number(&id)?, today).await.map(Json)
}
