//! `GET /api/v1/information-requests/{number}`: a request, for its applicant.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::request::RequestView;

use super::view::view;
use super::{access, story};
use crate::error::Error;
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Shows it.
pub async fn handle(
    State(state): State<AppState>,
    Path(number): Path<String>,
    address: ClientAddress,
    headers: HeaderMap,
) -> Result<Json<RequestView>, Error> {
    let request = access::applicant(&state, &number, &headers, address).await?;
    let story = story::load(&mut state.db.read().await?, request.id).await?;
    let settings = state.settings();
    Ok(Json(view(&settings, &request, &story, settings.today(&state.clock))))
}
