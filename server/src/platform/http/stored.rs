use std::path::PathBuf;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Request, header};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::{SANDBOX, attachment};
use crate::error::Error;

/// A file of the store as it is given out.
pub struct StoredFile<'a> {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is served as.
    pub media_type: &'a str,
    /// Whether a browser saves it or shows it.
    pub disposition: HeaderValue,
    /// Who may keep it, and for how long.
    pub cache: HeaderValue,
}

/// Gives a file, or the part of it that a request asks for. Whatever it holds, a browser does not run it as part of this site.
///
/// # Errors
/// Internal where it is not there.
pub async fn give<B>(request: Request<B>, file: StoredFile<'_>) -> Result<Response, Error> {
    let StoredFile { path, media_type, disposition, cache } = file;
    if !tokio::fs::try_exists(&path).await.map_err(Error::internal)? {
        return Err(Error::internal(format!("file {} is missing", path.display())));
    }
    let media_type = HeaderValue::try_from(media_type).map_err(Error::internal)?;
    let answer = match ServeFile::new(path).oneshot(request.map(|_| Body::empty())).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    let mut answer = answer.map(Body::new);
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, media_type);
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, cache);
    Ok(answer)
}

/// Gives bytes to be saved under a name: what they are is nobody's business but their reader's.
pub fn saved(name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (header::CONTENT_DISPOSITION, attachment(name)),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, bytes).into_response()
}
