use http::{HeaderMap, HeaderValue, header};

/// The site's own address, as the one who asks says it: what a browser that sent a form says of where that came from, where it
/// is this host; else this host, which is reached over TLS.
pub fn origin(headers: &HeaderMap) -> String {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let host = text(header::HOST).unwrap_or_default();
    let own =
        text(header::ORIGIN).filter(|origin| origin.split_once("//").is_some_and(|(_, own)| own == host));
    own.map_or_else(|| ["https://", host].concat(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_sites_word_counts_for_nothing() {
        let check = |origin_given: Option<&'static str>, expected: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static("contoh.example:8080"));
            if let Some(given) = origin_given {
                headers.insert(header::ORIGIN, HeaderValue::from_static(given));
            }
            assert_eq!(origin(&headers), expected);
        };
        check(None, "https://contoh.example:8080");
        check(Some("http://contoh.example:8080"), "http://contoh.example:8080");
        check(Some("https://lain.example"), "https://contoh.example:8080");
    }
}
