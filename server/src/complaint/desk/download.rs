//! `GET /api/v1/desk/complaints/{code}/files/{id}`: a case's file, for the staff who may see the case; a sealed one for who
//! may publish.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::access::CaseAction;

use super::open::{may_open, open};
use crate::complaint::upload::download::{Way, answer};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::{self, Files};
use crate::state::AppState;

/// Gives a file to who may see its case.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((code, id)): Path<(String, String)>,
    staff: Staff,
) -> Result<Response, Error> {
    let mut connection = state.db.read().await?;
    let complaint = open(&mut connection, &staff, &code, CaseAction::See).await?;
    let stored = files::served(&mut connection, complaint.id, &id).await?.ok_or_else(Error::not_found)?;
    drop(connection);
    if stored.file.sealed {
        may_open(&staff, &complaint).map_err(Error::forbidden_by)?;
    }
    // Pictures were made anew from their pixels: looking at one is harmless, and what staff do all day.
    let way = if stored.file.is_picture() { Way::Seen } else { Way::Saved };
    answer(&state, &files, &stored, way).await
}
