//! `POST /api/v1/desk/information-requests/{number}/files`: announces a file of what is granted.

use axum::extract::{Path, State};
use http::StatusCode;
use shared::access::Duty;
use shared::complaint::{NewUpload, UploadState};
use shared::problem::Problem;
use shared::request::{REQUEST_FILE_BYTES_MAX, REQUEST_FILES_MAX};

use super::open::attachable;
use super::state_of;
use super::store::{self, Kept};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::files::{self, Files, Room};
use crate::platform::http::Json;
use crate::request::desk;
use crate::secret;
use crate::state::AppState;

/// Announces it. The request has it once its last byte is there.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path(raw): Path<String>,
    staff: Staff,
    Json(new): Json<NewUpload>,
) -> Result<(StatusCode, Json<UploadState>), Error> {
    staff.must_keep(Duty::Requests)?;
    match new.size {
        0 => return Err(Error::field("size", Problem::Required)),
        1..=REQUEST_FILE_BYTES_MAX => {}
        _ => return Err(Error::field("size", Problem::FileTooLarge(REQUEST_FILE_BYTES_MAX as u32))),
    }
    let number = desk::number(&raw)?;
    let name = files::clean_name(&new.name);
    Room::check(&state.db, &files).await?;
    let at = state.clock.now();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (request, _) = attachable(tx, &staff, number).await?;
            if store::count(tx, request.id).await? >= REQUEST_FILES_MAX as i64 {
                return Err(Error::field("files", Problem::TooMany(REQUEST_FILES_MAX as u32)));
            }
            let kept = Kept::announced(secret::random_id(), name, new.size);
            store::announce(tx, request.id, &kept, at).await?;
            Ok(state_of(kept, 0))
        })
    });
    Ok((StatusCode::CREATED, Json(done.await?)))
}
