//! Documents: looked at, and kept as they are. A PDF keeps its own metadata (its author, for one); taking it apart
//! and writing it anew would break signatures and forms, so the page tells the reporter instead.

use shared::problem::Problem;

use super::Kind;

/// Where browsers look for the signs of a page.
const SNIFFED: usize = 1024;

/// How a page begins. A file that is both a document and a page is refused.
const PAGE_SIGNS: [&[u8]; 4] = [b"<!doctype", b"<html", b"<script", b"<svg"];

/// What a whole file is that is kept as it came: a photo or a document.
///
/// # Errors
/// Another kind of file, or a document without an end.
pub fn kind_of_whole(bytes: &[u8]) -> Result<Kind, Problem> {
    let kind = Kind::of(bytes).ok_or(Problem::FileKind)?;
    if kind == Kind::Pdf {
        check(bytes)?;
    }
    Ok(kind)
}

/// Whether a file that begins like a PDF also ends like one.
pub(super) fn check(bytes: &[u8]) -> Result<(), Problem> {
    let head = bytes[..bytes.len().min(SNIFFED)].to_ascii_lowercase();
    // The version's digit, so that "%PDF-" alone makes no document.
    if !head.get(5).is_some_and(u8::is_ascii_digit) || PAGE_SIGNS.iter().any(|sign| holds(&head, sign)) {
        return Err(Problem::FileKind);
    }
    // Nothing but white space may follow the end, or an archive could be carried there.
    let end =
        bytes.iter().rposition(|byte| !byte.is_ascii_whitespace() && *byte != 0).map_or(0, |last| last + 1);
    let body = bytes[..end].strip_suffix(b"%%EOF").ok_or(Problem::FileBroken)?;
    if holds(&body[body.len().saturating_sub(SNIFFED)..], b"startxref") {
        Ok(())
    } else {
        Err(Problem::FileBroken)
    }
}

fn holds(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len()).any(|window| window == sign)
}

#[cfg(test)]
mod tests {
    use super::{check as check_document, *};

    #[test]
    fn documents_begin_and_end() {
        let check = |bytes: &[u8], expected| assert_eq!(check_document(bytes), expected, "{bytes:?}");
        check(b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\r\n", Ok(()));
        check(b"%PDF-1.4\nstartxref\n9\n%%EOF\n\0\0", Ok(()));
        check(b"%PDF-1.4\n1 0 obj<<>>endobj\nstart", Err(Problem::FileBroken));
        check(b"%PDF-1.4\n%%EOF", Err(Problem::FileBroken));
        check(b"%PDF-1.4\nstartxref\n9\n%%EOF\nPK\x03\x04", Err(Problem::FileBroken));
        check(b"%PDF-<html>startxref %%EOF", Err(Problem::FileKind));
        check(b"%PDF-1.4\n<SCRIPT>x</script>startxref\n9\n%%EOF", Err(Problem::FileKind));
        check(b"%PDF-", Err(Problem::FileKind));
    }
}
