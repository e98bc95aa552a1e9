//! Headers that every answer carries: all of them where a browser may show or run the answer, else the few that
//! still mean something, for they weigh more than many an answer.

use http::{HeaderMap, HeaderName, HeaderValue, header};

macro_rules! policy {
    ($end:literal) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
            "img-src 'self' blob: data:; media-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; ",
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

/// Types that browsers neither show as a page with scripts nor run, given that they may not guess another. A picture that
/// could hold scripts has none run under [`IDLE_POLICY`].
const IDLE_TYPES: [&str; 9] = [
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "font/woff2",
    "image/png",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/event-stream",
];

const ALWAYS: [(HeaderName, HeaderValue); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// For scripts: workers run under what their own script's answer says. What a page may do or who may frame it means nothing
/// to them.
const RUN_TYPE: &str = "text/javascript";
const EMBEDS: (HeaderName, HeaderValue) =
    (HeaderName::from_static("cross-origin-embedder-policy"), HeaderValue::from_static("require-corp"));

const SHOWN: [(HeaderName, HeaderValue); 4] = [
    EMBEDS,
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
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
    let kind = kind(headers);
    let is_idle = IDLE_TYPES.contains(&kind);
    let further = match kind {
        _ if is_idle => &[][..],
        RUN_TYPE => &SHOWN[..1],
        _ => &SHOWN,
    };
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

/// What a script carries that pages load and no worker is: the page's own policy holds for it, and a worker that it became all
/// the same could do nothing.
pub fn idle(headers: &mut HeaderMap) {
    headers.insert(header::CONTENT_SECURITY_POLICY, IDLE_POLICY);
}

/// What an answer of the interface becomes that is shown as a page after all.
pub fn show(headers: &mut HeaderMap) {
    let is_secure = headers.contains_key(header::STRICT_TRANSPORT_SECURITY);
    headers.insert(header::CONTENT_SECURITY_POLICY, if is_secure { SECURE_POLICY } else { POLICY });
    for (name, value) in &SHOWN {
        headers.entry(name).or_insert_with(|| value.clone());
    }
}

/// What an answer is. One that does not say so may be anything.
fn kind(headers: &HeaderMap) -> &str {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim()
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
        check(Some("image/svg+xml"), true);
        check(Some("application/pdf"), false);
        check(Some("text/css+x"), false);
        check(Some("application/jsonx"), false);
        check(None, false);
    }

    #[test]
    fn scripts_carry_what_their_workers_run_under() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
        add(&mut headers, false, true);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], SECURE_POLICY);
        assert_eq!(headers["cross-origin-embedder-policy"], "require-corp");
        assert!(!headers.contains_key("permissions-policy") && !headers.contains_key("x-frame-options"));
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
