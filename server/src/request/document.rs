//! A document of identity on its way in: held in memory until it is sealed, so that it never lies open on the disk.

use axum::body::Body;
use http::HeaderMap;
use sha2::{Digest, Sha256};
use shared::api::JSON_BYTES_MAX;
use shared::problem::Problem;
use shared::request::APPLICANT_FILE_BYTES_MAX;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::Error;
use crate::platform::files::{clean_name, kind_of_whole};
use crate::platform::hex::hex;
use crate::platform::http::Multipart;

/// The field of a form that holds it.
pub(super) const FIELD: &str = "document";
/// Documents that are held in memory at a time: 160 MB of them.
static ROOM: Semaphore = Semaphore::const_new(32);
/// Bytes of a form: a document twice as large is heard out, so that what was typed can be given back.
const FORM_BYTES_MAX: u64 = 2 * APPLICANT_FILE_BYTES_MAX + 2 * JSON_BYTES_MAX as u64;

/// A document of identity. It is never logged: it has no `Debug`.
pub(super) struct Document {
    /// What it is called.
    pub(super) name: String,
    /// Its content.
    pub(super) bytes: Vec<u8>,
    _room: SemaphorePermit<'static>,
}

impl Document {
    /// What tells it from another one.
    pub(super) fn mark(&self) -> String {
        hex(&Sha256::digest(&self.bytes))
    }
}

/// A form with files, read to its end.
#[derive(Default)]
pub(super) struct Sent {
    /// Its fields.
    pub(super) fields: Vec<(String, String)>,
    /// Its document, or what is wrong with it.
    pub(super) document: Option<Result<Document, Problem>>,
}

/// Reads a form with files.
///
/// # Errors
/// What is no such form, or too large; that there is no room for one more document just now.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Sent, Error> {
    let mut form = Multipart::new(headers, body, FORM_BYTES_MAX)?;
    let (mut sent, mut room) = (Sent::default(), 2 * JSON_BYTES_MAX);
    while let Some(head) = form.next().await? {
        let Some(file_name) = head.file_name else {
            let text = form.text(&mut room).await?;
            sent.fields.push((head.name, text));
            continue;
        };
        if head.name != FIELD {
            return Err(Error::field(head.name, Problem::UnknownField));
        }
        let taken = take(&mut form, &file_name).await?;
        if sent.document.is_some() && taken.is_some() {
            return Err(Error::field(FIELD, Problem::Repeated));
        }
        sent.document = sent.document.or(taken);
    }
    Ok(sent)
}

/// Takes the document that is the present part; nothing where none was chosen.
async fn take(form: &mut Multipart, name: &str) -> Result<Option<Result<Document, Problem>>, Error> {
    let Some(first) = form.chunk().await? else {
        return Ok((!name.is_empty()).then_some(Err(Problem::FileBroken)));
    };
    let room = ROOM.try_acquire().map_err(|_| Error::unavailable("no room for one more document"))?;
    let mut bytes = first.to_vec();
    while let Some(more) = form.chunk().await? {
        // What is too much is heard and thrown away.
        if bytes.len() as u64 <= APPLICANT_FILE_BYTES_MAX {
            bytes.extend_from_slice(&more);
        }
    }
    if bytes.len() as u64 > APPLICANT_FILE_BYTES_MAX {
        return Ok(Some(Err(Problem::FileTooLarge(APPLICANT_FILE_BYTES_MAX as u32))));
    }
    Ok(Some(kind_of_whole(&bytes).map(|kind| Document {
        name: kind.fit(&clean_name(name)),
        bytes,
        _room: room,
    })))
}
