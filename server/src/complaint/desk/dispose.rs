//! `POST /api/v1/desk/complaints/{code}/dispose`: forwards it to an agency.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::Action;
use shared::complaint::desk::{CaseView, NewDisposition};
use shared::problem::Problem;

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Forwards it.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(disposition): Json<NewDisposition>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Dispose)?;
    let settings = state.settings();
    let agency = disposition.agency;
    if agency.trim().is_empty() {
        return Err(Error::field("agency", Problem::AgencyRequired));
    }
    // The inspectorate's cases are sealed, and come to it by sealing alone.
    if settings.agency(&agency).is_none_or(|known| known.retired) || agency == settings.instance.inspectorate
    {
        return Err(Error::field("agency", Problem::UnknownValue));
    }
    let given = disposition.text.as_deref().filter(|text| !text.trim().is_empty());
    let note = given.map(|text| words("text", text)).transpose()?;
    let command =
        Command::Step { action: Action::Dispose, agency: Some(agency), reason: None, text: None, note };
    command::run(&state, asked, command).await.map(Json)
}
