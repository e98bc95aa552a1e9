//! `PATCH /api/v1/desk/information/{id}/files/{file}`: one piece of a file.

use axum::body::Body;
use axum::extract::{Path, State};
use http::HeaderMap;
use http_body::Body as _;
use shared::access::Duty;
use shared::complaint::UploadState;
use shared::problem::Problem;

use super::open::draft;
use super::state_of;
use super::store::{self, Sent};
use crate::error::Error;
use crate::information::desk::Change;
use crate::information::{number, store as entries};
use crate::platform::access::Staff;
use crate::platform::files::{self, Files};
use crate::platform::http::{Arrived, Json, piece_offset, take_piece};
use crate::state::AppState;

/// Takes a piece in. What it is, is seen in the first; the last makes the file part of the draft.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((id, file)): Path<(String, String)>,
    staff: Staff,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<UploadState>, Error> {
    staff.must_keep(Duty::Information)?;
    let (id, offset) = (number(&id)?, piece_offset(&headers)?);
    let sent = {
        let mut connection = state.db.read().await?;
        draft(&mut connection, &staff, id).await?;
        store::find(&mut connection, id, &file).await?.ok_or_else(Error::not_found)?
    };
    if sent.media_type.is_some() {
        let size = sent.size;
        // An empty piece at the end asks again how that went.
        let is_question = offset == size && body.size_hint().exact() == Some(0);
        return if is_question { Ok(Json(state_of(sent, size))) } else { Err(Error::wrong_offset(size)) };
    }
    let announced = (sent.id.as_str(), sent.name.as_str(), sent.size);
    let media_type = match take_piece(&files, announced, offset, body).await? {
        Arrived::Part(received) => return Ok(Json(state_of(sent, received))),
        Arrived::Unwanted => {
            let gone = sent.id.clone();
            state.db.write(move |tx| Box::pin(async move { store::forget(tx, &gone).await })).await?;
            files.forget(&sent.id)?;
            return Err(Error::field("file", Problem::FileKind));
        }
        Arrived::Whole(media_type) => media_type,
    };
    finish(&state, &files, staff, id, sent, media_type).await.map(Json)
}

/// Makes a whole file part of the draft. Where the draft is none any more, nothing is left of it.
async fn finish(
    state: &AppState,
    files: &Files,
    staff: Staff,
    id: i64,
    sent: Sent,
    media_type: &'static str,
) -> Result<UploadState, Error> {
    let sha256 = files::keep(files, &sent.id).await?;
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let file = sent.id.clone();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            // Whoever looked at the draft before has not seen this file: what they send is refused. Of files that are whole
            // at once each waits for the one before.
            entries::touch(tx, id).await?;
            let entry = draft(tx, &staff, id).await?;
            if !store::finish(tx, &file, media_type, sha256, entry.newest).await? {
                return Err(Error::not_found());
            }
            entries::change(tx, &entry, today, at).await?;
            Change::new(&staff, at, today)
                .record_file(tx, &entry, "information_file_added", (&file, Some(sha256)))
                .await?;
            Ok(())
        })
    });
    if let Err(error) = done.await {
        files.forget(&sent.id)?;
        let gone = sent.id.clone();
        state.db.write(move |tx| Box::pin(async move { store::forget(tx, &gone).await })).await?;
        return Err(error);
    }
    let size = sent.size;
    Ok(state_of(Sent { media_type: Some(media_type.to_owned()), ..sent }, size))
}
