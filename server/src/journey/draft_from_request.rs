//! `POST /api/v1/desk/information/from-request`: what was granted to one becomes a draft for everyone.

use axum::extract::State;
use shared::access::Duty;
use shared::information::{DeskInformation, NewInformation, RequestToPublish};
use shared::problem::Problem;

use crate::error::Error;
use crate::information::desk::add::begin;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::request::desk::show::seen;
use crate::state::AppState;

/// Begins the draft. A second time it is there already.
pub async fn handle(
    State(state): State<AppState>,
    staff: Staff,
    Json(RequestToPublish { number }): Json<RequestToPublish>,
) -> Result<Json<DeskInformation>, Error> {
    staff.must_keep(Duty::Information)?;
    let found = seen(&state, &staff, &number).await?;
    let new = NewInformation::of_granted(&found.request)
        .ok_or_else(|| Error::field("number", Problem::UnknownValue))?;
    begin(&state, staff, new, true).await.map(Json)
}
