//! `GET /api/v1/desk/complaints/{code}/files/{id}`: a case's file, for the staff who may see the case.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::access::CaseAction;

use super::open::open;
use crate::complaint::upload::download::serve;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::Files;
use crate::state::AppState;

/// Gives a file to who may see its case.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((code, id)): Path<(String, String)>,
    staff: Staff,
) -> Result<Response, Error> {
    let complaint = open(&mut state.db.read().await?, &staff, &code, CaseAction::See).await?;
    serve(&state, &files, complaint.id, &id).await
}
