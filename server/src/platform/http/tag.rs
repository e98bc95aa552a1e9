//! Answers that a browser already has.

use std::fmt::Write;

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

/// A tag that changes with the content.
pub fn entity_tag(content: &[u8]) -> HeaderValue {
    tag_of_hash(&Sha256::digest(content))
}

/// The tag of content whose hash is known: its first 96 bits.
pub fn tag_of_hash(hash: &[u8]) -> HeaderValue {
    let mut tag = String::with_capacity(26);
    tag.push('"');
    for byte in hash.iter().take(12) {
        write!(tag, "{byte:02x}").expect("a string takes what it is given");
    }
    tag.push('"');
    HeaderValue::try_from(tag).expect("hexadecimal letters may stand in a header")
}

/// Whether the one who asks has this version already (RFC 9110, 13.1.2: compared weakly).
pub fn is_fresh(request: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known).as_bytes() == tag.as_bytes())
}

/// An answer of a media type under a tag, or that the one who asks has it already; `keep` says how long it is theirs.
pub fn tagged(
    request: &HeaderMap,
    tag: HeaderValue,
    (media, keep): (HeaderValue, HeaderValue),
    body: impl IntoResponse,
) -> Response {
    let is_known = is_fresh(request, &tag);
    let head = [(header::ETAG, tag), (header::CACHE_CONTROL, keep), (header::CONTENT_TYPE, media)];
    if is_known { (StatusCode::NOT_MODIFIED, head).into_response() } else { (head, body).into_response() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly() {
        let tag = entity_tag(b"abc");
        assert_eq!(tag, "\"ba7816bf8f01cfea414140de\"");
        let check = |value: String, expected: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::try_from(&value).unwrap());
            assert_eq!(is_fresh(&headers, &tag), expected, "{value}");
        };
        let tag = tag.to_str().unwrap();
        check(tag.to_owned(), true);
        check(format!("W/{tag}"), true);
        check(format!("\"other\", {tag}"), true);
        check("*".to_owned(), true);
        check("\"other\"".to_owned(), false);
        assert!(!is_fresh(&HeaderMap::new(), &entity_tag(b"abc")));
    }
}
