//! `PATCH /api/v1/uploads/{id}`: one piece of a file.

use axum::body::Body;
use axum::extract::{Path, State};
use http::HeaderMap;
use http_body::Body as _;
use shared::api::PIECE_BYTES_MAX;
use shared::complaint::UploadState;

use super::state_of;
use crate::error::Error;
use crate::platform::files::{self, Announced, FileError, Files, Part};
use crate::platform::http::{Failure, Json, piece_offset, receive};
use crate::state::AppState;

/// Takes a piece in. The last one has the file examined, which may refuse it; an empty piece at the end asks again
/// how that went.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<UploadState>, Error> {
    let offset = piece_offset(&headers)?;
    if body.size_hint().lower() > PIECE_BYTES_MAX as u64 {
        return Err(Error::too_large());
    }
    let upload = files::find(&state.db, &files, &id).await?;
    let upload = match upload.state {
        files::State::Open => continue_with(&state, &files, upload, offset, body).await?,
        _ if offset == upload.size && body.size_hint().exact() == Some(0) => upload,
        _ => return Err(Error::wrong_offset(upload.size)),
    };
    Ok(Json(state_of(upload)))
}

async fn continue_with(
    state: &AppState,
    files: &Files,
    upload: Announced,
    offset: u64,
    body: Body,
) -> Result<Announced, Error> {
    let part = Part::open(files, &upload.id, upload.size, offset)?;
    let received = receive(part, body).await;
    // Taken back while the piece was on its way: what it has written goes as well.
    files::sweep_discarded(&state.db, files, &upload.id).await?;
    let received = match received {
        // Known by its first bytes as nothing we take: the rest need not be sent.
        Err(Failure::File(error @ FileError::Refused(_))) => {
            files::forget(&state.db, files, &upload.id).await?;
            return Err(error.into());
        }
        outcome => outcome?,
    };
    if received < upload.size {
        return Ok(Announced { offset: received, ..upload });
    }
    Ok(files::finish(&state.db, files, &state.clock, &upload.id).await?)
}
