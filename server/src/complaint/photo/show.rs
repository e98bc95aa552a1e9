//! `GET /api/v1/complaints/{code}/photos/{id}` and `…/small`: a photo of a published complaint, for everyone.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::store;
use crate::complaint::access;
use crate::complaint::upload::download::{self, Way};
use crate::error::Error;
use crate::platform::files::Files;
use crate::platform::http::{ClientAddress, entity_tag, is_fresh};
use crate::state::AppState;

/// Asked for again each time, and answered in a few bytes: what is taken back is gone from every screen.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const JPEG: HeaderValue = HeaderValue::from_static("image/jpeg");

/// The photo.
pub async fn whole(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Error> {
    let mut connection = state.db.read().await?;
    let complaint = access::find(&state, &mut connection, &code, address).await?;
    let stored = store::shown(&mut connection, complaint.id, &id).await?.ok_or_else(Error::not_found)?;
    drop(connection);
    // The bytes of an id never change.
    let tag = entity_tag(id.as_bytes());
    if is_fresh(&headers, &tag) {
        return Ok(not_modified(tag));
    }
    let mut response = download::answer(&state, &files, &stored, Way::Seen).await?;
    response.headers_mut().insert(header::CACHE_CONTROL, ASK_AGAIN);
    response.headers_mut().insert(header::ETAG, tag);
    Ok(response)
}

/// Its small version.
pub async fn small(
    State(state): State<AppState>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Error> {
    let mut connection = state.db.read().await?;
    let complaint = access::find(&state, &mut connection, &code, address).await?;
    let bytes = store::small(&mut connection, complaint.id, &id).await?.ok_or_else(Error::not_found)?;
    let tag = entity_tag(&bytes);
    if is_fresh(&headers, &tag) {
        return Ok(not_modified(tag));
    }
    let headers = [(header::CONTENT_TYPE, JPEG), (header::CACHE_CONTROL, ASK_AGAIN), (header::ETAG, tag)];
    Ok((headers, bytes).into_response())
}

fn not_modified(tag: HeaderValue) -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, tag), (header::CACHE_CONTROL, ASK_AGAIN)]).into_response()
}
