use axum::body::Body;
use futures_util::StreamExt;
use http::HeaderMap;
use shared::api::UPLOAD_OFFSET;
use shared::problem::Problem;

use crate::error::Error;
use crate::platform::files::{FileError, Part};

/// Why a piece did not arrive whole.
pub enum Failure {
    /// It was not taken.
    File(FileError),
    /// The line was cut. What had arrived is kept.
    Cut,
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::File(error) => error.into(),
            // A body that was cut has nobody left to answer, so whoever hears this was too slow.
            Failure::Cut => Self::too_slow(),
        }
    }
}

/// Writes a piece as it arrives; where the next one starts.
///
/// # Errors
/// [`Failure`] says whether it was refused or cut off.
pub async fn receive(mut part: Part, body: Body) -> Result<u64, Failure> {
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

/// The byte at which a piece starts, as its header says.
///
/// # Errors
/// The header is missing or no number.
pub fn piece_offset(headers: &HeaderMap) -> Result<u64, Error> {
    let value =
        headers.get(UPLOAD_OFFSET).ok_or_else(|| Error::bad_header(UPLOAD_OFFSET, Problem::Required))?;
    let text = value.to_str().unwrap_or_default();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text);
    digits
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| Error::bad_header(UPLOAD_OFFSET, Problem::WrongType))
}
