//! `PATCH /api/v1/desk/information-requests/{number}/files/{file}`: one piece of a file.

use axum::body::Body;
use axum::extract::{Path, State};
use http::HeaderMap;
use http_body::Body as _;
use shared::access::Duty;
use shared::complaint::UploadState;
use shared::problem::Problem;
use shared::request::RequestNumber;

use super::open::{attachable, file, record};
use super::state_of;
use super::store::{self, Kept};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::DbError;
use crate::platform::files::{self, Files};
use crate::platform::http::{Arrived, Json, piece_offset, take_piece};
use crate::request::desk;
use crate::request::store as requests;
use crate::state::AppState;

/// Takes a piece in. What it is, is seen in the first; the last makes it a file that is held for the applicant.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((raw, id)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<UploadState>, Error> {
    staff.must_keep(Duty::Requests)?;
    let (number, offset) = (desk::number(&raw)?, piece_offset(&headers)?);
    let kept = {
        let mut connection = state.db.read().await?;
        let (request, _) = attachable(&mut connection, &staff, number).await?;
        file(&mut connection, &request, &id).await?
    };
    if kept.media_type.is_some() {
        let size = kept.size;
        // An empty piece at the end asks again how that went.
        let is_question = offset == size && body.size_hint().exact() == Some(0);
        return if is_question { Ok(Json(state_of(kept, size))) } else { Err(Error::wrong_offset(size)) };
    }
    let announced = (kept.id.as_str(), kept.name.as_str(), kept.size);
    let media_type = match take_piece(&files, announced, offset, body).await? {
        Arrived::Part(received) => return Ok(Json(state_of(kept, received))),
        Arrived::Unwanted => {
            forget(&state, &kept.id).await?;
            files.forget(&kept.id)?;
            return Err(Error::field("file", Problem::FileKind));
        }
        Arrived::Whole(media_type) => media_type,
    };
    finish(&state, &files, (staff, number), kept, media_type).await.map(Json)
}

/// Makes it a whole file. Where the request takes none any more, nothing is left of it.
async fn finish(
    state: &AppState,
    files: &Files,
    (staff, number): (Staff, RequestNumber),
    kept: Kept,
    media_type: &'static str,
) -> Result<UploadState, Error> {
    let sha256 = files::keep(files, &kept.id).await?;
    let moment = (state.clock.now(), state.settings().today(&state.clock));
    let whole = Kept { media_type: Some(media_type.to_owned()), sha256: Some(sha256), ..kept };
    let (size, row) = (whole.size, whole.clone());
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let (request, _) = attachable(tx, &staff, number).await?;
            // Whoever looked at the request before has not seen this file. Of files that are whole at once each waits for the
            // one before.
            requests::touch(tx, request.id).await?;
            let (request, role) = attachable(tx, &staff, number).await?;
            if !store::finish(tx, &row).await? {
                return Err(Error::not_found());
            }
            record(tx, (&staff, role), &request, ("request_file_added", &row), moment).await?;
            Ok(())
        })
    });
    if let Err(error) = done.await {
        files.forget(&whole.id)?;
        forget(state, &whole.id).await?;
        return Err(error);
    }
    Ok(state_of(whole, size))
}

/// Forgets the row of a file that is not taken.
async fn forget(state: &AppState, id: &str) -> Result<(), DbError> {
    let id = id.to_owned();
    state.db.write(move |tx| Box::pin(async move { store::forget(tx, &id).await })).await
}
