//! `GET /api/v1/uploads/{id}`: how far an upload is, to go on after a cut.

use axum::extract::{Path, State};
use shared::complaint::UploadState;

use super::state_of;
use crate::error::Error;
use crate::platform::files::{self, Files};
use crate::platform::http::Json;
use crate::state::AppState;

/// Tells where the next piece starts, and whether the file is ready.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path(id): Path<String>,
) -> Result<Json<UploadState>, Error> {
    Ok(Json(state_of(files::find(&state.db, &files, &id).await?)))
}
