//! `POST /api/v1/desk/information/{id}/files`: announces a file of a draft.

use axum::extract::{Path, State};
use http::StatusCode;
use shared::access::Duty;
use shared::complaint::{NewUpload, UploadState};
use shared::information::{INFORMATION_FILE_BYTES_MAX, INFORMATION_FILES_MAX};
use shared::problem::Problem;

use super::open::draft;
use super::state_of;
use super::store::{self, Sent};
use crate::error::Error;
use crate::information::number;
use crate::platform::access::Staff;
use crate::platform::files::{self, Files, Room};
use crate::platform::http::Json;
use crate::secret;
use crate::state::AppState;

/// Announces it. The draft has it once its last byte is there.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path(id): Path<String>,
    staff: Staff,
    Json(new): Json<NewUpload>,
) -> Result<(StatusCode, Json<UploadState>), Error> {
    staff.must_keep(Duty::Information)?;
    let id = number(&id)?;
    match new.size {
        0 => return Err(Error::field("size", Problem::Required)),
        1..=INFORMATION_FILE_BYTES_MAX => {}
        _ => return Err(Error::field("size", Problem::FileTooLarge(INFORMATION_FILE_BYTES_MAX as u32))),
    }
    let name = files::clean_name(&new.name);
    Room::check(&state.db, &files).await?;
    let at = state.clock.now();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let entry = draft(tx, &staff, id).await?;
            if store::count(tx, id).await? >= INFORMATION_FILES_MAX as i64 {
                return Err(Error::field("files", Problem::TooMany(INFORMATION_FILES_MAX as u32)));
            }
            let sent = Sent {
                id: secret::random_id(),
                name,
                size: new.size,
                media_type: None,
                added_in: entry.newest,
                is_removed: false,
            };
            store::announce(tx, id, &sent, at).await?;
            Ok(state_of(sent, 0))
        })
    });
    Ok((StatusCode::CREATED, Json(done.await?)))
}
