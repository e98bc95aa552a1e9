//! A piece of a file that an office sends: of any size up to its announced one, kept as it came, known by how it begins.

use axum::body::Body;
use http_body::Body as _;
use shared::api::PIECE_BYTES_MAX;

use super::piece::receive;
use crate::error::Error;
use crate::platform::files::{self, Files, Part};

/// What a piece has come to.
pub enum Arrived {
    /// So many bytes are there.
    Part(u64),
    /// It is nothing that is taken: its row is to be forgotten, and then what is on the disk.
    Unwanted,
    /// All of it is there, of this media type.
    Whole(&'static str),
}

/// Takes in a piece that starts at `offset` of a file announced with `size` bytes. What it is, is seen in the first.
///
/// # Errors
/// It is too large, does not follow the one before, or was cut off.
pub async fn take_piece(
    files: &Files,
    (id, name, size): (&str, &str, u64),
    offset: u64,
    body: Body,
) -> Result<Arrived, Error> {
    if body.size_hint().lower() > PIECE_BYTES_MAX as u64 {
        return Err(Error::too_large());
    }
    let part = Part::open(files, id, size, offset)?.of_any_kind();
    let received = receive(part, body).await?;
    // A piece in the middle of a file changes nothing of how it begins.
    if offset >= files::HEAD && received < size {
        return Ok(Arrived::Part(received));
    }
    Ok(match files::media_type(name, &files::head(files, id).await?) {
        None => Arrived::Unwanted,
        Some(_) if received < size => Arrived::Part(received),
        Some(media_type) => Arrived::Whole(media_type),
    })
}
