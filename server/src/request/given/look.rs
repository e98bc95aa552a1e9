//! `GET /api/v1/desk/information-requests/{number}/files/{file}/content` and `…/original`: a file's content, for the staff, and
//! what lies under its black.

use axum::extract::{Path, State};
use axum::response::Response;
use http::HeaderMap;
use shared::access::Duty;
use shared::request::RequestAction;

use super::download::answer;
use super::open::{file, theirs};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::Files;
use crate::platform::http::saved;
use crate::request::desk;
use crate::state::AppState;

/// Gives it. What is held back is for those alone who may put files beside the request.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
) -> Result<Response, Error> {
    staff.must_keep(Duty::Requests)?;
    let number = desk::number(&raw)?;
    let mut connection = state.db.read().await?;
    let (request, _) = desk::open(&mut connection, &staff, number).await?;
    let kept = file(&mut connection, &request, &id).await?;
    drop(connection);
    if kept.given_as.is_none() {
        desk::may(&staff, RequestAction::Attach, &request).map_err(Error::forbidden_by)?;
    }
    answer(&files, &kept, &headers).await
}

/// Gives what lies under the black of a file, opened, to those who could draw it anew.
pub async fn original(
    State(state): State<AppState>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
) -> Result<Response, Error> {
    staff.must_keep(Duty::Requests)?;
    let number = desk::number(&raw)?;
    let mut connection = state.db.read().await?;
    let (request, _) = theirs(&mut connection, &staff, number).await?;
    let kept = file(&mut connection, &request, &id).await?;
    drop(connection);
    let twin = kept.original.as_ref().ok_or_else(Error::not_found)?;
    let bytes = state.files.read_twin(&state.keys, &kept.id, twin).await?;
    Ok(saved(&kept.name, bytes))
}
