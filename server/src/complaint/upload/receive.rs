//! `PATCH /api/v1/uploads/{id}`: one piece of a file.

use axum::body::Body;
use axum::extract::{Path, State};
use futures_util::StreamExt;
use http::HeaderMap;
use http_body::Body as _;
use shared::api::{PIECE_BYTES_MAX, UPLOAD_OFFSET};
use shared::complaint::UploadState;
use shared::problem::Problem;

use super::{refusal, state_of};
use crate::error::Error;
use crate::platform::files::{self, Announced, FileError, Files, Part};
use crate::platform::http::Json;
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
    let offset = offset(&headers)?;
    if body.size_hint().lower() > PIECE_BYTES_MAX as u64 {
        return Err(Error::too_large());
    }
    let upload = files::find(&state.db, &files, &id).await.map_err(refusal)?;
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
    let received = receive(files, &upload, offset, body).await;
    // Taken back while the piece was on its way: what it has written goes as well.
    files::sweep_discarded(&state.db, files, &upload.id).await.map_err(refusal)?;
    let received = match received {
        // Known by its first bytes as nothing we take: the rest need not be sent.
        Err(Failure::File(error @ FileError::Refused(_))) => {
            files::forget(&state.db, files, &upload.id).await.map_err(refusal)?;
            return Err(refusal(error));
        }
        Err(Failure::File(error)) => return Err(refusal(error)),
        // A body that was cut has nobody left to answer, so whoever hears this was too slow.
        Err(Failure::Cut) => return Err(Error::too_slow()),
        Ok(received) => received,
    };
    if received < upload.size {
        return Ok(Announced { offset: received, ..upload });
    }
    files::finish(&state.db, files, &state.clock, &upload.id).await.map_err(refusal)
}

enum Failure {
    File(FileError),
    Cut,
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// Writes the body as it arrives; where the next piece starts.
async fn receive(files: &Files, upload: &Announced, offset: u64, body: Body) -> Result<u64, Failure> {
    let mut part = Part::open(files, &upload.id, upload.size, offset)?;
    let mut body = body.into_data_stream();
    let mut is_whole = true;
    while let Some(bytes) = body.next().await {
        match bytes {
            Ok(bytes) => part.push(&bytes).await?,
            Err(_) => {
                is_whole = false;
                break;
            }
        }
    }
    // What arrived before a cut is kept: on a bad line every byte was paid for.
    let received = part.close().await?;
    if is_whole { Ok(received) } else { Err(Failure::Cut) }
}

fn offset(headers: &HeaderMap) -> Result<u64, Error> {
    let value =
        headers.get(UPLOAD_OFFSET).ok_or_else(|| Error::bad_header(UPLOAD_OFFSET, Problem::Required))?;
    let text = value.to_str().unwrap_or_default();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text);
    digits
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| Error::bad_header(UPLOAD_OFFSET, Problem::WrongType))
}
