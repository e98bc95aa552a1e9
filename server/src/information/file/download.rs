//! `GET /informasi/{id}/berkas/{file}`: a file of public information, for everyone.

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::HeaderValue;

use super::store;
use crate::error::Error;
use crate::information::number;
use crate::platform::files::Files;
use crate::platform::http::{StoredFile, attachment, give};
use crate::state::AppState;

/// Gives it, or the part of it that is asked for. A recording may be played by a page of this site.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((id, file)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Error> {
    let found = store::is_public(&mut state.db.read().await?, number(&id)?, &file).await?;
    let found = found.ok_or_else(Error::not_found)?;
    let disposition =
        if found.is_audio() { HeaderValue::from_static("inline") } else { attachment(&found.name) };
    // It may be withdrawn: whoever kept it asks.
    let cache = HeaderValue::from_static("no-cache");
    let path = files.path(&found.id);
    give(request, StoredFile { path, media_type: &found.media_type, disposition, cache }).await
}
