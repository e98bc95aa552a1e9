//! `POST /api/v1/desk/complaints/{code}/merge`: joins a case to another one about the same thing.

use axum::extract::{Path, State};
use http::HeaderMap;
use shared::access::CaseAction;
use shared::complaint::TrackingCode;
use shared::complaint::desk::{CaseView, NewMerging};
use shared::problem::Problem;

use super::command::{self, Asked, Command, words};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Json;
use crate::state::AppState;

/// Archives this one and leads its reporter to the other.
pub async fn handle(
    State(state): State<AppState>,
    Path(code): Path<String>,
    staff: Staff,
    headers: HeaderMap,
    Json(merging): Json<NewMerging>,
) -> Result<Json<CaseView>, Error> {
    let asked = Asked::new(staff, &code, &headers, CaseAction::Merge)?;
    let into = TrackingCode::parse(&merging.into).map_err(|problem| Error::field("into", problem))?;
    if into.as_str() == asked.code() {
        return Err(Error::field("into", Problem::UnknownValue));
    }
    let command = Command::Merge { into: into.as_str().to_owned(), text: words("text", &merging.text)? };
    command::run(&state, asked, command).await.map(Json)
}
