//! Headers that every answer carries: all of them where a browser may show or run the answer, else the few that
//! still mean something, for they weigh more than many an answer.

use http::{HeaderMap, HeaderName, HeaderValue, header};

macro_rules! policy {
    ($end:literal) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
            "img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; ",
            "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ",
            "require-trusted-types-for 'script'; trusted-types default",
            $end
        )
    };
}

const POLICY: HeaderValue = HeaderValue::from_static(policy!(""));
const SECURE_POLICY: HeaderValue = HeaderValue::from_static(policy!("; upgrade-insecure-requests"));
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// For what is neither shown as a page nor run: should a browser do so all the same, nothing may come of it.
const IDLE_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Types that browsers neither show as a page with scripts nor run, given that they may not guess another.
const IDLE_TYPES: [&str; 8] = [
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "font/woff2",
    "image/png",
    "text/css",
    "text/csv",
    "text/event-stream",
];

const ALWAYS: [(HeaderName, HeaderValue); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

const SHOWN_OR_RUN: [(HeaderName, HeaderValue); 4] = [
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-embedder-policy"), HeaderValue::from_static("require-corp")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "geolocation=(self), camera=(self), accelerometer=(), display-capture=(), fullscreen=(), \
             gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
             publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
        ),
    ),
];

/// Adds them. What the answer says for itself stays, such as the stricter policy of a served file; an answer of
/// the interface that says nothing about keeping it is not kept.
pub(super) fn add(headers: &mut HeaderMap, is_interface: bool, is_secure: bool) {
    let is_idle = is_idle(headers);
    let further = if is_idle { &[][..] } else { &SHOWN_OR_RUN };
    for (name, value) in ALWAYS.iter().chain(further) {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    let policy = match (is_idle, is_secure) {
        (true, _) => IDLE_POLICY,
        (false, true) => SECURE_POLICY,
        (false, false) => POLICY,
    };
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    if is_secure {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(HSTS);
    }
    if is_interface {
        headers.entry(header::CACHE_CONTROL).or_insert(NO_STORE);
    }
}

/// Whether nothing is shown or run of an answer. One that does not say what it is may be anything.
fn is_idle(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    IDLE_TYPES.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answers_own_word_stands() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=60"));
        add(&mut headers, true, true);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], "sandbox");
        assert_eq!(headers[header::CACHE_CONTROL], "max-age=60");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }

    #[test]
    fn what_is_neither_shown_nor_run_carries_little() {
        let check = |kind: Option<&'static str>, is_idle: bool| {
            let mut headers = HeaderMap::new();
            if let Some(kind) = kind {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            }
            add(&mut headers, false, true);
            assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{kind:?}");
            assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "{kind:?}");
            assert_eq!(headers.contains_key("permissions-policy"), !is_idle, "{kind:?}");
            assert_eq!(headers[header::CONTENT_SECURITY_POLICY] == IDLE_POLICY, is_idle, "{kind:?}");
        };
        check(Some("text/css; charset=utf-8"), true);
        check(Some("application/manifest+json"), true);
        check(Some("application/wasm"), true);
        check(Some("text/event-stream"), true);
        check(Some("text/html; charset=utf-8"), false);
        check(Some("text/javascript"), false);
        check(Some("image/svg+xml"), false);
        check(Some("application/pdf"), false);
        check(Some("text/css+x"), false);
        check(Some("application/jsonx"), false);
        check(None, false);
    }

    #[test]
    fn nothing_unsafe_and_no_encryption_where_there_is_none() {
        let mut headers = HeaderMap::new();
        add(&mut headers, true, false);
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.replace("'wasm-unsafe-eval'", "").contains("unsafe"));
        assert!(!policy.contains("upgrade"));
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    }
}
