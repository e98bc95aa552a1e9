//! `GET /api/v1/desk/information/{id}/files/{file}`: how far a file is, to go on after a cut.

use axum::extract::{Path, State};
use shared::access::Duty;
use shared::complaint::UploadState;

use super::{state_of, store};
use crate::error::Error;
use crate::information::desk::open;
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::files::{Files, Part};
use crate::platform::http::Json;
use crate::state::AppState;

/// Tells where the next piece starts.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((id, file)): Path<(String, String)>,
    staff: Staff,
) -> Result<Json<UploadState>, Error> {
    staff.must_keep(Duty::Information)?;
    let id = number(&id)?;
    let mut connection = state.db.read().await?;
    open(&mut connection, &staff, id).await?;
    let sent = store::find(&mut connection, id, &file).await?.ok_or_else(Error::not_found)?;
    let offset = if sent.media_type.is_some() { sent.size } else { Part::offset(&files, &sent.id)? };
    Ok(Json(state_of(sent, offset)))
}
