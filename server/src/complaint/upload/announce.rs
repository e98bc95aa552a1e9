//! `POST /api/v1/uploads`: announces a file.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use shared::complaint::{FILE_BYTES_MAX, NewUpload};
use shared::problem::Problem;

use super::state_of;
use crate::error::Error;
use crate::platform::files::{self, Files};
use crate::platform::http::{ClientAddress, Json};
use crate::state::AppState;

/// Announces a file.
pub async fn handle(
    State(state): State<AppState>,
    State(files): State<Files>,
    address: ClientAddress,
    Json(new): Json<NewUpload>,
) -> Result<Response, Error> {
    state.limits.check_upload(address)?;
    match new.size {
        0 => return Err(Error::field("size", Problem::Required)),
        1..=FILE_BYTES_MAX => {}
        _ => return Err(Error::field("size", Problem::FileTooLarge(FILE_BYTES_MAX as u32))),
    }
    let name = files::clean_name(&new.name);
    let upload = files::announce(&state.db, &files, &state.clock, name, new.size).await?;
    Ok((StatusCode::CREATED, Json(state_of(upload))).into_response())
}
