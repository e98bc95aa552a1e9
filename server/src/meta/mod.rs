//! What everyone may know of the instance: its settings and its regions.

pub mod operation;

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue};
use shared::problem::Problem;
use shared::region::RegionCode;

use crate::{
    error::Error,
    platform::http::{entity_tag, tagged},
    state::AppState,
};

/// Asked for each time whether it is still the same: what the coordinator changes holds at once. Pages that the server
/// writes bring it along, and phones without a connection have their own copy.
const KEEP_META: HeaderValue = HeaderValue::from_static("no-cache");

/// Regions change by law, not by the hour.
const KEEP_REGIONS: HeaderValue = HeaderValue::from_static("max-age=86400");

/// The instance's public settings.
pub async fn show(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let settings = state.settings();
    answer(&headers, &settings.meta(settings.today(&state.clock)), KEEP_META)
}

/// The regions one level below another.
pub async fn regions(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let code = RegionCode::parse(&code).map_err(|_| Error::field("code", Problem::UnknownValue))?;
    let regions = state.settings().children_of(code.as_str()).ok_or_else(Error::not_found)?;
    Ok(answer(&headers, &regions, KEEP_REGIONS))
}

/// JSON that may be kept for a while, and is not sent again to those who have it.
fn answer(request: &HeaderMap, value: &impl serde::Serialize, keep: HeaderValue) -> Response {
    let body = match serde_json::to_vec(value) {
        Ok(body) => body,
        Err(error) => return Error::internal(error).into_response(),
    };
    let tag = entity_tag(&body);
    let json = HeaderValue::from_static("application/json");
    tagged(request, tag, (json, keep), body)
}

#[cfg(all(test, feature = "manual-clock"))]
mod tests;
