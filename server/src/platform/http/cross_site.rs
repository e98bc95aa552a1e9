//! Changes are refused when another site's page asks for them.

use http::{HeaderMap, Method, Uri, header};

/// Whether a request would change something on behalf of a page of another site. Programs that are no browsers
/// send neither header and are let through: they carry nobody's cookies.
pub(super) fn is_foreign(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        // "none" is a person's own doing, such as an address typed in.
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    match (headers.get(header::ORIGIN), headers.get(header::HOST)) {
        (None, _) => false,
        (Some(origin), Some(host)) => {
            let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
            let authority = origin.as_ref().and_then(Uri::authority);
            !authority.is_some_and(|own| own.as_str().as_bytes().eq_ignore_ascii_case(host.as_bytes()))
        }
        (Some(_), None) => true,
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn another_sites_page_changes_nothing() {
        let check = |method: Method, given: &[(&'static str, &'static str)], expected: bool| {
            let headers = given
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            assert_eq!(is_foreign(&method, &headers.collect()), expected, "{method} {given:?}");
        };
        let host = ("host", "tanggap.example:8080");
        check(Method::GET, &[host, ("sec-fetch-site", "cross-site")], false);
        check(Method::POST, &[host], false);
        check(Method::POST, &[host, ("sec-fetch-site", "same-origin")], false);
        check(Method::POST, &[host, ("sec-fetch-site", "none")], false);
        check(Method::POST, &[host, ("sec-fetch-site", "same-site")], true);
        check(Method::PATCH, &[host, ("sec-fetch-site", "cross-site")], true);
        check(Method::POST, &[host, ("origin", "http://tanggap.example:8080")], false);
        check(Method::POST, &[host, ("origin", "https://Tanggap.example:8080")], false);
        check(Method::POST, &[host, ("origin", "https://elsewhere.example")], true);
        check(Method::POST, &[host, ("origin", "null")], true);
        check(Method::POST, &[("origin", "https://tanggap.example")], true);
    }
}
