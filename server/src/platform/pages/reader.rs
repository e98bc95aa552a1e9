//! Who reads a page: the choices that their browser remembers.

use std::convert::Infallible;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use http::{HeaderMap, header, request::Parts};
use shared::lang::Lang;

/// The cookie with the chosen language. It tells nothing of who somebody is.
pub const LANG_COOKIE: &str = "lang";
/// The cookie with the chosen colours.
pub const THEME_COOKIE: &str = "theme";

/// The colours of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The word in the cookie and in the page's `data-theme`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl FromStr for Theme {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == word).ok_or(())
    }
}

/// What a reader has chosen; Indonesian and the device's colours unless they have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub theme: Theme,
}

impl Reader {
    fn of(headers: &HeaderMap) -> Self {
        fn chosen<T: FromStr>(headers: &HeaderMap, name: &str) -> Option<T> {
            let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
            let mut pairs =
                cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.split_once('='));
            pairs.find(|(known, _)| known.trim() == name)?.1.trim().parse().ok()
        }
        Self {
            lang: chosen(headers, LANG_COOKIE).unwrap_or_default(),
            theme: chosen(headers, THEME_COOKIE).unwrap_or_default(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn choices_come_from_cookies() {
        let check = |cookie: &'static str, lang, theme| {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(cookie))]);
            assert_eq!(Reader::of(&headers), Reader { lang, theme }, "{cookie}");
        };
        check("lang=en; theme=dark", Lang::En, Theme::Dark);
        check("other=1; theme=light", Lang::Id, Theme::Light);
        check("lang=xx; theme=", Lang::Id, Theme::Auto);
        assert_eq!(Reader::of(&HeaderMap::new()), Reader::default());
    }
}
