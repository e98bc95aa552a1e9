//! `GET /api/v1/information-requests/{number}/files/{id}`: a file of what a request was granted, for its applicant.

use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Request as Asked, header};
use shared::request::{GivenAs, RequestFile};

use super::open::file;
use super::store::Kept;
use crate::error::Error;
use crate::platform::files::Files;
use crate::platform::http::{ClientAddress, StoredFile, attachment, give};
use crate::request::store::Request;
use crate::request::{access, story};
use crate::state::AppState;

/// Bytes of the longest text that is shown on a page.
const READABLE: u64 = 100_000;

/// Gives it to whoever holds the secret.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((number, id)): Path<(String, String)>,
    address: ClientAddress,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let request = access::applicant(&state, &number, &headers, address).await?;
    serve(&state, &files, (&request, &id), &headers).await
}

/// A file as an answer to its applicant. The caller has seen the secret.
///
/// # Errors
/// Not found where no notice stands that grants, and where nobody has said that it is given.
pub(in crate::request) async fn serve(
    state: &AppState,
    files: &Files,
    (request, id): (&Request, &str),
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let mut connection = state.db.read().await?;
    let story = story::load(&mut connection, request.id).await?;
    if !story.given(request).iter().any(|given| given.id == id) {
        return Err(Error::not_found());
    }
    let kept = file(&mut connection, request, id).await?;
    drop(connection);
    answer(files, &kept, headers).await
}

/// The texts of those files that can be read on a page, each with its file's id: what was blackened here, and is short.
///
/// # Errors
/// When the disk fails.
pub(in crate::request) async fn readable(
    state: &AppState,
    request: &Request,
    files: &[RequestFile],
) -> Result<Vec<(String, String)>, Error> {
    let mut texts = Vec::new();
    for given in files {
        if given.given_as == Some(GivenAs::Blackened) && given.size <= READABLE {
            let kept = file(&mut state.db.read().await?, request, &given.id).await?;
            let bytes = state.files.read_open(&kept.stored_name).await?;
            texts.push((kept.id, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(texts)
}

/// A file as an answer, to be saved and kept by nobody in between. The caller has seen to it that it may be given.
///
/// # Errors
/// Not found while it is on its way.
pub(super) async fn answer(files: &Files, kept: &Kept, headers: &HeaderMap) -> Result<Response, Error> {
    let Some(media_type) = &kept.media_type else { return Err(Error::not_found()) };
    // A page asks by another method; of what it says only the part that is asked for counts.
    let mut asked = Asked::new(());
    if let Some(range) = headers.get(header::RANGE) {
        asked.headers_mut().insert(header::RANGE, range.clone());
    }
    let path = files.path(&kept.stored_name);
    let cache = HeaderValue::from_static("no-store");
    give(asked, StoredFile { path, media_type, disposition: attachment(&kept.name), cache }).await
}
