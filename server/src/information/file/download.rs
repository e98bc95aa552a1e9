//! `GET /informasi/{id}/berkas/{file}`: a file of public information, for everyone.

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::{HeaderValue, header};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::store;
use crate::error::Error;
use crate::information::number;
use crate::platform::files::Files;
use crate::platform::http::{SANDBOX, attachment};
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
    let media_type = HeaderValue::try_from(&found.media_type).map_err(Error::internal)?;
    let request = request.map(|_| Body::empty());
    let path = files.path(&found.id);
    if !tokio::fs::try_exists(&path).await.map_err(Error::internal)? {
        return Err(Error::internal(format!("file {} is missing", found.id)));
    }
    let answer = match ServeFile::new(path).oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    let mut answer = answer.map(Body::new);
    let disposition =
        if found.is_audio() { HeaderValue::from_static("inline") } else { attachment(&found.name) };
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // It may be withdrawn: whoever kept it asks.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(answer)
}
