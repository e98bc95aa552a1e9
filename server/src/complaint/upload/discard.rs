//! `DELETE /api/v1/uploads/{id}`: takes a file back that no complaint has.

use axum::extract::{Path, State};
use shared::complaint::UploadState;

use super::state_of;
use crate::error::Error;
use crate::platform::files::{self, Files};
use crate::platform::http::Json;
use crate::state::AppState;

/// Removes it at once, and tells how far it was.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path(id): Path<String>,
) -> Result<Json<UploadState>, Error> {
    Ok(Json(state_of(files::discard(&state.db, &files, &id).await?)))
}
