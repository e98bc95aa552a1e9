//! `GET /api/v1/information-requests/report`: the report of a year, for everyone.

use axum::extract::State;
use shared::request::RequestReport;

use super::{report, year};
use crate::error::Error;
use crate::platform::http::{Json, Pairs};
use crate::state::AppState;

/// The report of the year that is asked for, or of this one as it stands.
pub async fn handle(State(state): State<AppState>, pairs: Pairs) -> Result<Json<RequestReport>, Error> {
    pairs.only(|name| name == "year")?;
    let settings = state.settings();
    let year = year(&pairs, settings.today(&state.clock))?;
    Ok(Json(report(&state, &settings, year).await?))
}
