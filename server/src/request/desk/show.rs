//! `GET /api/v1/desk/information-requests/{number}`: a request with what may be done with it.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::request::DeskRequest;

use super::open::{number, open, shown};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Shows it.
pub async fn handle(
    State(state): State<AppState>,
    Path(raw): Path<String>,
    staff: Staff,
) -> Result<Json<DeskRequest>, Error> {
    seen(&state, &staff, &raw).await.map(Json)
}

/// The request of a number, for somebody who may see it.
///
/// # Errors
/// Not found, or the rule that forbids it.
pub async fn seen(state: &AppState, staff: &Staff, raw: &str) -> Result<DeskRequest, Error> {
    staff.must_keep(Duty::Requests)?;
    let (request, story) = open(&mut state.db.read().await?, staff, number(raw)?).await?;
    let settings = state.settings();
    Ok(shown(&settings, staff, (&request, &story), settings.today(&state.clock)))
}
