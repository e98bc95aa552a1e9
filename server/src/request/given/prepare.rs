//! What takes time is done before the request is locked: painting, blackening, looking through, sealing.

use std::sync::Arc;

use shared::complaint::{Originals, PhotoBox};
use shared::privacy::{Passage, blacken, plain_lines};
use shared::problem::{FieldProblem, Problem};
use shared::request::{BLACKENED_FILE_BYTES_MAX, BLACKENED_TEXT_BYTES_MAX, FileToGive, GivenAs};

use super::store::{Kept, shown};
use crate::error::Error;
use crate::platform::files::{FileError, Twin};
use crate::platform::pdf::{self, Unread};
use crate::state::AppState;

/// A file that is ready to be given.
pub(super) struct Prepared {
    /// As it is then.
    pub(super) file: Kept,
    /// The hash of what lies under the black, sealed.
    pub(super) original: Option<[u8; 32]>,
    /// Names on the disk that were written for this.
    pub(super) fresh: Vec<String>,
    /// The name on the disk of what nobody needs once it is given.
    pub(super) stale: Option<String>,
}

/// Prepares a file that is held back.
///
/// # Errors
/// What cannot be done with it; nothing is left of what was prepared then.
pub(super) async fn prepare(state: &AppState, held: Kept, give: FileToGive) -> Result<Prepared, Error> {
    give.check().map_err(Error::invalid)?;
    let FileToGive { boxes, passages, words } = give;
    let kind = shown(held.clone());
    let asked = [("boxes", boxes.is_empty()), ("passages", passages.is_empty()), ("words", words.is_empty())];
    let asked: Vec<&str> =
        asked.into_iter().filter(|(_, is_empty)| !is_empty).map(|(name, _)| name).collect();
    match asked.as_slice() {
        [] => Ok(as_it_is(held, GivenAs::Whole, 0)),
        ["boxes"] if kind.is_picture() => cover(state, held, boxes).await,
        ["passages"] if kind.is_text() => darken(state, held, &passages).await,
        ["words"] if kind.is_pdf() => look_through(state, held, words).await,
        [one] => Err(Error::field(*one, Problem::FileKind)),
        more => {
            Err(Error::invalid(more.iter().map(|one| FieldProblem::new(*one, Problem::Repeated)).collect()))
        }
    }
}

/// Removes what was prepared for nothing, or what is needed no more. What cannot be removed is swept.
pub(super) fn abandon(state: &AppState, fresh: &[String]) {
    for name in fresh {
        if let Err(error) = state.files.remove(name) {
            tracing::warn!(%error, "a file is left to the sweep");
        }
    }
}

fn as_it_is(held: Kept, given_as: GivenAs, parts: usize) -> Prepared {
    let parts = u32::try_from(parts).unwrap_or(u32::MAX);
    let file = Kept { given_as: Some(given_as), parts, ..held };
    Prepared { file, original: None, fresh: Vec::new(), stale: None }
}

async fn cover(state: &AppState, held: Kept, boxes: Vec<PhotoBox>) -> Result<Prepared, Error> {
    let plain: Arc<[u8]> = read(state, &held, BLACKENED_FILE_BYTES_MAX).await?.into();
    let count = boxes.len();
    let painted = state.files.paint(plain.clone(), boxes).await.map_err(|error| refused("boxes", error))?;
    let bytes = painted.bytes.ok_or_else(|| Error::internal("boxes left a picture as it was"))?;
    let name = painted.kind.fit(&held.name);
    let dark = Dark { name, media_type: painted.kind.media_type(), bytes };
    replace(state, held, plain, dark, (GivenAs::Covered, count)).await
}

async fn darken(state: &AppState, held: Kept, passages: &[Passage]) -> Result<Prepared, Error> {
    let plain: Arc<[u8]> = read(state, &held, BLACKENED_TEXT_BYTES_MAX).await?.into();
    let text = std::str::from_utf8(&plain).map_err(|_| Error::field("passages", Problem::FileBroken))?;
    let dark = blacken(&plain_lines(text), passages).map_err(|problem| Error::field("passages", problem))?;
    let dark =
        Dark { name: held.name.clone(), media_type: "text/plain; charset=utf-8", bytes: dark.into_bytes() };
    replace(state, held, plain, dark, (GivenAs::Blackened, passages.len())).await
}

async fn look_through(state: &AppState, held: Kept, words: Vec<String>) -> Result<Prepared, Error> {
    let bytes = read(state, &held, BLACKENED_FILE_BYTES_MAX).await?;
    let count = words.len();
    let found = pdf::find(bytes, words).await.map_err(|why| match why {
        Unread::TooLarge => Error::field("file", Problem::FileTooLarge(BLACKENED_FILE_BYTES_MAX as u32)),
        Unread::Broken => Error::field("file", Problem::FileBroken),
        Unread::Encrypted => Error::field("file", Problem::FileLocked),
        Unread::Versions => Error::field("file", Problem::FileHasPast),
        Unread::Attachments => Error::field("file", Problem::FileHasFiles),
        Unread::Slow => Error::unavailable("a document takes too long to be looked through"),
    })?;
    if !found.still.is_empty() {
        // The place in the list names the word, so that the answer need not repeat it.
        let still = found.still.into_iter().map(|(place, still)| {
            FieldProblem::new(format!("words.{place}"), Problem::StillThere(still.page()))
        });
        return Err(Error::invalid(still.collect()));
    }
    let given_as = if found.has_text { GivenAs::Checked } else { GivenAs::NoTextLayer };
    Ok(as_it_is(held, given_as, count))
}

/// A file with something black in it.
struct Dark {
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// Lets it take the place of what was sent, which is sealed or goes, as the setting says.
async fn replace(
    state: &AppState,
    held: Kept,
    plain: Arc<[u8]>,
    dark: Dark,
    (given_as, parts): (GivenAs, usize),
) -> Result<Prepared, Error> {
    let size = dark.bytes.len() as u64;
    let Twin { name, sha256 } = state.files.write_beside(&held.id, dark.bytes).await?;
    let mut fresh = vec![name.clone()];
    let original = match state.settings().originals {
        Originals::Deleted => None,
        Originals::Sealed => match state.files.seal(&state.keys, &held.id, plain).await {
            Ok(twin) => Some(twin),
            Err(error) => {
                abandon(state, &fresh);
                return Err(error.into());
            }
        },
    };
    fresh.extend(original.as_ref().map(|twin| twin.name.clone()));
    let stale = Some(held.stored_name.clone());
    let file = Kept {
        name: dark.name,
        size,
        media_type: Some(dark.media_type.to_owned()),
        sha256: Some(sha256),
        stored_name: name,
        given_as: Some(given_as),
        parts: u32::try_from(parts).unwrap_or(u32::MAX),
        original: original.as_ref().map(|twin| twin.name.clone()),
        ..held
    };
    Ok(Prepared { file, original: original.map(|twin| twin.sha256), fresh, stale })
}

async fn read(state: &AppState, held: &Kept, most: u64) -> Result<Vec<u8>, Error> {
    if held.size > most {
        return Err(Error::field("file", Problem::FileTooLarge(most as u32)));
    }
    Ok(state.files.read_open(&held.stored_name).await?)
}

fn refused(field: &'static str, error: FileError) -> Error {
    match error {
        FileError::Refused(problem) => Error::field(field, problem),
        other => other.into(),
    }
}
