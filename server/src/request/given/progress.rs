//! `GET /api/v1/desk/information-requests/{number}/files/{file}`: how far a file is, to go on after a cut.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::complaint::UploadState;

use super::open::{file, theirs};
use super::state_of;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::{Files, Part};
use crate::platform::http::Json;
use crate::request::desk;
use crate::state::AppState;

/// Tells where the next piece starts.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
) -> Result<Json<UploadState>, Error> {
    staff.must_keep(Duty::Requests)?;
    let number = desk::number(&raw)?;
    let mut connection = state.db.read().await?;
    let (request, _) = theirs(&mut connection, &staff, number).await?;
    let kept = file(&mut connection, &request, &id).await?;
    let offset = if kept.media_type.is_some() { kept.size } else { Part::offset(&files, &kept.id)? };
    Ok(Json(state_of(kept, offset)))
}
