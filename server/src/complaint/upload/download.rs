//! `GET /api/v1/complaints/{code}/files/{id}`: a complaint's file, for its reporter.

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::{HeaderMap, HeaderValue, header};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::complaint;
use crate::error::Error;
use crate::platform::files::{self, Files, Stored};
use crate::platform::http::{ClientAddress, SANDBOX, attachment};
use crate::state::AppState;

/// Bytes read at a time.
const RUN: usize = 64 * 1024;

const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// Gives a file back to who sent it.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    Path((code, id)): Path<(String, String)>,
    headers: HeaderMap,
    address: ClientAddress,
) -> Result<Response, Error> {
    let complaint = complaint::reporter(&state, &code, &headers, address).await?;
    serve(&state, &files, complaint.id, &id).await
}

/// A complaint's file as an answer. The caller has seen the secret.
pub(in crate::complaint) async fn serve(
    state: &AppState,
    files: &Files,
    complaint: i64,
    id: &str,
) -> Result<Response, Error> {
    let found = files::served(&mut state.db.read().await?, complaint, id).await?;
    answer(state, files, &found.ok_or_else(Error::not_found)?, Way::Saved).await
}

/// What a browser does with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::complaint) enum Way {
    /// It saves it.
    Saved,
    /// It shows it.
    Seen,
}

/// A complaint's file as an answer, opened where it is sealed. The caller has seen to it that it may be given.
pub(in crate::complaint) async fn answer(
    state: &AppState,
    files: &Files,
    stored: &Stored,
    way: Way,
) -> Result<Response, Error> {
    let Stored { file: view, name } = stored;
    let fault = |error: &dyn std::fmt::Display| Error::internal(format!("file {}: {error}", view.id));
    let body = if view.sealed {
        let bytes = files.read(&state.keys, stored).await.map_err(|error| fault(&error))?;
        Body::from(bytes)
    } else {
        body(File::open(files.path(name)).await.map_err(|error| fault(&error))?)
    };
    let media_type = HeaderValue::try_from(&view.media_type).map_err(Error::internal)?;
    let disposition = match way {
        Way::Saved => attachment(&view.name),
        Way::Seen => HeaderValue::from_static("inline"),
    };
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_LENGTH, view.size.into()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, SANDBOX),
        (header::X_CONTENT_TYPE_OPTIONS, NOSNIFF),
        (header::CACHE_CONTROL, NO_STORE),
    ];
    Ok((headers, body).into_response())
}

fn body(file: File) -> Body {
    Body::from_stream(stream::try_unfold(file, async |mut file| {
        let mut run = Vec::with_capacity(RUN);
        let length = (&mut file).take(RUN as u64).read_to_end(&mut run).await?;
        Ok::<_, std::io::Error>((length > 0).then(|| (Bytes::from(run), file)))
    }))
}
