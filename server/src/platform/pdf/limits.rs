//! What is looked at before the library is let near it, so that it neither fills the memory nor runs in circles.

use std::io::Read;

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Document, Object};

use super::Unread;

/// Bytes of the largest document that is looked through.
pub const PDF_BYTES_MAX: usize = 20_000_000;
/// Bytes of all its streams when they are unpacked.
const UNPACKED_MAX: u64 = 150_000_000;
/// Bytes of a stream that is packed the old way (LZW): it grows up to three thousand times.
const OLD_BYTES_MAX: usize = 50_000;
/// Brackets within brackets.
const DEPTH_MAX: u32 = 200;
/// Steps from a page to the root of its tree.
const PARENTS_MAX: usize = 64;
/// Forms that a page draws, each as often as it is drawn.
const FORMS_MAX: usize = 2_000;
/// Forms within forms.
const FORM_DEPTH_MAX: usize = 12;

/// Looks at the bytes as they are.
pub(super) fn check_bytes(bytes: &[u8]) -> Result<(), Unread> {
    if bytes.len() > PDF_BYTES_MAX {
        return Err(Unread::TooLarge);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Err(Unread::Broken);
    }
    if is_encrypted(bytes) {
        return Err(Unread::Encrypted);
    }
    // A document that is laid out for slow lines has two of them from the beginning.
    let is_linear = find(&bytes[..bytes.len().min(2048)], b"/Linearized").is_some();
    if count(bytes, b"startxref") > if is_linear { 2 } else { 1 } {
        return Err(Unread::Versions);
    }
    check_streams(bytes)
}

/// Unpacks each stream once and forgets it. What is packed twice is not taken, nor much that is packed the old way, which is not
/// unpacked here; what is not packed does not grow.
fn check_streams(bytes: &[u8]) -> Result<(), Unread> {
    let (mut left, mut rest) = (UNPACKED_MAX, bytes);
    while let Some(start) = find(rest, b"stream") {
        let around = &rest[..start];
        check_depth(around)?;
        let dictionary = last_object(around);
        let holds_objects = find(dictionary, b"/ObjStm").is_some();
        let packed = &rest[start + b"stream".len()..];
        let packed = packed.strip_prefix(b"\r\n").or_else(|| packed.strip_prefix(b"\n")).unwrap_or(packed);
        let end = find(packed, b"endstream").unwrap_or(packed.len());
        let is_old = find(dictionary, b"/LZW").is_some();
        if count(dictionary, b"/FlateDecode") + count(dictionary, b"/Fl ") + usize::from(is_old) > 1
            || is_old && end > OLD_BYTES_MAX
        {
            return Err(Unread::Broken);
        }
        let mut unpacked = ZlibDecoder::new(&packed[..end]).take(left);
        let mut run = vec![0; 64 * 1024];
        let mut depth = Depth::default();
        // What is broken ends here.
        while let Ok(length @ 1..) = unpacked.read(&mut run) {
            left -= length as u64;
            if holds_objects {
                depth.see(&run[..length])?;
            }
        }
        if left == 0 {
            return Err(Unread::TooLarge);
        }
        rest = packed.get(end + b"endstream".len()..).unwrap_or_default();
    }
    check_depth(rest)
}

/// What stands between the beginning of the last object and the end.
fn last_object(bytes: &[u8]) -> &[u8] {
    let near = &bytes[bytes.len().saturating_sub(4096)..];
    let start = near.windows(4).rposition(|part| part == b" obj").unwrap_or_default();
    &near[start..]
}

/// Whether it opens with a password, or forbids something: its last dictionary says so in plain letters.
fn is_encrypted(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = find(rest, b"/Encrypt") {
        rest = &rest[at + b"/Encrypt".len()..];
        // Not `/EncryptMetadata`.
        if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            return true;
        }
    }
    false
}

/// How deep brackets stand within others.
#[derive(Default)]
struct Depth(u32);

impl Depth {
    fn see(&mut self, bytes: &[u8]) -> Result<(), Unread> {
        for byte in bytes {
            match byte {
                b'[' | b'<' => self.0 += 1,
                b']' | b'>' => self.0 = self.0.saturating_sub(1),
                _ => {}
            }
            if self.0 > DEPTH_MAX {
                return Err(Unread::Broken);
            }
        }
        Ok(())
    }
}

fn check_depth(bytes: &[u8]) -> Result<(), Unread> {
    Depth::default().see(bytes)
}

/// Looks at a page of a document that was taken apart: whether the library would come to an end with it.
pub(super) fn check_page(document: &Document, page: &Dictionary) -> Result<(), Unread> {
    let mut above = Some(page);
    for _ in 0..PARENTS_MAX {
        let Some(here) = above else { break };
        above =
            here.get(b"Parent").ok().and_then(|parent| resolved(document, parent)).and_then(as_dictionary);
    }
    if above.is_some() {
        return Err(Unread::Broken);
    }
    let mut forms = 0;
    let mut above = Some(page);
    while let Some(here) = above {
        check_forms(document, here, 0, &mut forms)?;
        above =
            here.get(b"Parent").ok().and_then(|parent| resolved(document, parent)).and_then(as_dictionary);
    }
    Ok(())
}

fn check_forms(
    document: &Document,
    holder: &Dictionary,
    depth: usize,
    count: &mut usize,
) -> Result<(), Unread> {
    if depth > FORM_DEPTH_MAX {
        return Err(Unread::Broken);
    }
    let part = |of: &Dictionary, name: &[u8]| -> Option<Dictionary> {
        of.get(name).ok().and_then(|part| resolved(document, part)).and_then(as_dictionary).cloned()
    };
    let forms = part(holder, b"Resources").and_then(|resources| part(&resources, b"XObject"));
    for (_, form) in forms.iter().flat_map(Dictionary::iter) {
        let Some(Object::Stream(form)) = resolved(document, form) else { continue };
        *count += 1;
        if *count > FORMS_MAX {
            return Err(Unread::Broken);
        }
        check_forms(document, &form.dict, depth + 1, count)?;
    }
    Ok(())
}

/// What an object stands for.
fn resolved<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    match object {
        Object::Reference(id) => document.get_object(*id).ok(),
        here => Some(here),
    }
}

fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// Where some bytes begin within others.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == wanted[0]) {
        from += at;
        if bytes[from..].starts_with(wanted) {
            return Some(from);
        }
        from += 1;
    }
    None
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    let (mut count, mut rest) = (0, bytes);
    while let Some(at) = find(rest, wanted) {
        count += 1;
        rest = &rest[at + wanted.len()..];
    }
    count
}
