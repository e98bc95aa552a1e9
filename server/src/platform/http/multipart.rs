//! Forms with files, as browsers send them without scripts (RFC 7578), part by part and never whole in memory.
//!
//! Read here and not by a library: what is known lets the head of a part, too, grow as long as the body may be.

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::StreamExt;
use http::{HeaderMap, header};
use http_body::Body as _;

use super::body;
use crate::error::Error;

/// Bytes that a part's head may have: a name, a file's name, a media type.
const HEAD_BYTES_MAX: usize = 8 * 1024;

/// The longest boundary, by RFC 2046.
const BOUNDARY_BYTES_MAX: usize = 70;

/// A form that is being received.
pub struct Multipart {
    body: BodyDataStream,
    /// Bytes that the body may still have.
    left: u64,
    /// What has arrived and is not handed out yet.
    waiting: Vec<u8>,
    /// What ends every part.
    delimiter: Vec<u8>,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Within a part's content, or before the first part.
    Content,
    /// Right after a delimiter.
    Between,
    /// After the last part.
    End,
}

/// Whether a body is a form with files.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    boundary(headers).is_some()
}

/// What stands over a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartHead {
    /// The field's name.
    pub name: String,
    /// The file's name, for a part that is a file; empty where none was chosen.
    pub file_name: Option<String>,
}

impl Multipart {
    /// Begins to read a body of at most `most` bytes.
    ///
    /// # Errors
    /// An unsupported media type where it is no form with files; too large where it says so itself.
    pub fn new(headers: &HeaderMap, body: Body, most: u64) -> Result<Self, Error> {
        let boundary = boundary(headers).ok_or_else(Error::unsupported_media)?;
        if body.size_hint().lower() > most {
            return Err(Error::too_large());
        }
        Ok(Self {
            body: body.into_data_stream(),
            left: most,
            // The first delimiter may begin the body; so it looks like all others.
            waiting: b"\r\n".to_vec(),
            delimiter: [b"\r\n--", boundary.as_bytes()].concat(),
            place: Place::Content,
        })
    }

    /// The next part; what is left of the present one is thrown away. None after the last.
    pub async fn next(&mut self) -> Result<Option<PartHead>, Error> {
        while self.chunk().await?.is_some() {}
        if self.place == Place::End {
            return Ok(None);
        }
        while self.waiting.len() < 2 {
            self.more().await?;
        }
        if self.waiting.starts_with(b"--") {
            self.place = Place::End;
            // What comes after the end says nothing, but is heard: the answer must find a line that is open.
            while let Some(Ok(_)) = self.body.next().await {}
            return Ok(None);
        }
        let length = loop {
            if let Some(at) = find(&self.waiting, b"\r\n\r\n") {
                break at;
            }
            if self.waiting.len() > HEAD_BYTES_MAX {
                return Err(Error::malformed());
            }
            self.more().await?;
        };
        let text = std::str::from_utf8(&self.waiting[..length]).map_err(|_| Error::malformed())?;
        let head = text.strip_prefix("\r\n").and_then(head).ok_or_else(Error::malformed)?;
        self.waiting.drain(..length + 4);
        self.place = Place::Content;
        Ok(Some(head))
    }

    /// The next bytes of the present part; none at its end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        if self.place != Place::Content {
            return Ok(None);
        }
        loop {
            if let Some(at) = find(&self.waiting, &self.delimiter) {
                if at > 0 {
                    return Ok(Some(self.waiting.drain(..at).collect()));
                }
                self.waiting.drain(..self.delimiter.len());
                self.place = Place::Between;
                return Ok(None);
            }
            // The end of what is here may be the beginning of a delimiter.
            let sure = self.waiting.len().saturating_sub(self.delimiter.len());
            if sure > 0 {
                return Ok(Some(self.waiting.drain(..sure).collect()));
            }
            self.more().await?;
        }
    }

    /// The present part as a text; `room` is how many bytes the texts of a form may still have.
    pub async fn text(&mut self, room: &mut usize) -> Result<String, Error> {
        let mut text = Vec::new();
        while let Some(bytes) = self.chunk().await? {
            *room = room.checked_sub(bytes.len()).ok_or_else(Error::too_large)?;
            text.extend_from_slice(&bytes);
        }
        String::from_utf8(text).map_err(|_| Error::malformed())
    }

    /// Waits for more; a body that ends here was cut.
    async fn more(&mut self) -> Result<(), Error> {
        match self.body.next().await {
            None => Err(Error::malformed()),
            Some(Err(error)) => Err(body::failure(&error)),
            Some(Ok(bytes)) => {
                self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(Error::too_large)?;
                self.waiting.extend_from_slice(&bytes);
                Ok(())
            }
        }
    }
}

/// Where a text begins within another. Both searched ones begin with a carriage return, which is rare.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == wanted[0]) {
        from += at;
        if text[from..].starts_with(wanted) {
            return Some(from);
        }
        from += 1;
    }
    None
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let (media, parameters) = value.split_once(';')?;
    let is_form = media.trim().eq_ignore_ascii_case("multipart/form-data");
    let boundary = parameter(parameters, "boundary").filter(|_| is_form)?;
    (1..=BOUNDARY_BYTES_MAX).contains(&boundary.len()).then_some(boundary)
}

/// Reads the lines over a part.
fn head(text: &str) -> Option<PartHead> {
    let mut lines = text.split("\r\n").filter_map(|line| line.split_once(':'));
    let (_, value) = lines.find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))?;
    let (kind, parameters) = value.split_once(';')?;
    let name = parameter(parameters, "name").filter(|_| kind.trim().eq_ignore_ascii_case("form-data"))?;
    Some(PartHead { name, file_name: parameter(parameters, "filename") })
}

/// A parameter's value, quoted or not, with the three characters that browsers write as `%22`, `%0D` and `%0A`.
fn parameter(parameters: &str, wanted: &str) -> Option<String> {
    let mut rest = parameters;
    loop {
        let (name, after) = rest.trim_start_matches([' ', '\t', ';']).split_once('=')?;
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => {
                let end = closing_quote(quoted)?;
                (quoted[..end].replace("\\\"", "\""), &quoted[end + 1..])
            }
            None => {
                let end = after.find(';').unwrap_or(after.len());
                (after[..end].trim().to_owned(), &after[end..])
            }
        };
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
        }
        rest = after;
    }
}

fn closing_quote(quoted: &str) -> Option<usize> {
    quoted.match_indices('"').map(|(at, _)| at).find(|at| !quoted[..*at].ends_with('\\'))
}

#[cfg(test)]
mod tests;
