//! Choosing the language and the colours without scripts: a link that leaves a cookie and leads back.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

use super::Reader;
use super::reader::{LANG_COOKIE, THEME_COOKIE};
use crate::error::Error;
use crate::platform::http::Pairs;

/// Where a choice is made.
pub const PATH: &str = "/pilihan";

/// The address that chooses a value and leads back to a path.
pub(super) fn address(name: &str, value: &str, back: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(name, value).append_pair("kembali", back);
    format!("{PATH}?{}", query.finish())
}

/// Leaves the cookie and leads back. A value that is none changes nothing; a way back that leads elsewhere leads to
/// the first page.
pub async fn handle(pairs: Pairs) -> Result<Response, Error> {
    let back = pairs.get("kembali").filter(|path| is_own(path)).unwrap_or("/");
    let location = HeaderValue::try_from(back).unwrap_or(HeaderValue::from_static("/"));
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response();
    let known = Reader::default();
    let chosen = [
        (
            LANG_COOKIE,
            pairs.get("lang").and_then(|word| word.parse().ok()).unwrap_or(known.lang).tag(),
            "lang",
        ),
        (
            THEME_COOKIE,
            pairs.get("theme").and_then(|word| word.parse().ok()).unwrap_or(known.theme).as_str(),
            "theme",
        ),
    ];
    for (cookie, value, parameter) in chosen {
        if pairs.get(parameter).is_some() {
            let text = format!("{cookie}={value}; Path=/; Max-Age=31536000; SameSite=Lax");
            response
                .headers_mut()
                .append(header::SET_COOKIE, HeaderValue::try_from(text).map_err(Error::internal)?);
        }
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A path of this site: browsers read two slashes, or a backslash, as another one's name.
fn is_own(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for own in ["/", "/adukan?langkah=tempat", "/lacak/ABC"] {
            assert!(is_own(own), "{own}");
        }
        for foreign in
            ["//contoh.example", "https://contoh.example", "/\\contoh.example", "", "/\t/contoh.example"]
        {
            assert!(!is_own(foreign), "{foreign}");
        }
    }
}
