//! One visit to a page of a feature, and the page itself.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use maud::Markup;
use serde_json::Value;
use shared::api::JSON_BYTES_MAX;
use shared::calendar::Day;
use shared::lang::Lang;

use crate::error::Error;
use crate::platform::http::{ClientAddress, Pairs, origin, read_body};
use crate::platform::settings::Settings;
use crate::state::AppState;

use super::{Document, Keep, Reader};

/// Without it browsers would not say where a form comes from (`Origin: null`), and the guard against other sites'
/// forms could not tell our own from theirs. Other sites still learn nothing.
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");

/// One visit to a page: who reads it, and what it is written from.
pub struct Visit {
    /// The server's parts.
    pub state: AppState,
    /// The instance's settings.
    pub settings: Arc<Settings>,
    /// The local day.
    pub today: Day,
    /// Who reads.
    pub reader: Reader,
    /// Where from.
    pub address: ClientAddress,
    /// What the browser has sent beside the address.
    pub headers: HeaderMap,
}

/// A page of a feature.
pub struct Page<'a> {
    /// Its address.
    pub path: &'a str,
    /// Its title, without the product's name.
    pub title: &'a str,
    /// What search engines say of it; none for a page that is nobody else's.
    pub description: Option<&'a str>,
    /// The address of a picture that a shared link shows, below this site's own.
    pub picture: Option<String>,
    /// What stands in `main`.
    pub main: Markup,
    /// What the app needs to draw the same, by name.
    pub data: Vec<(&'static str, Value)>,
}

impl Visit {
    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.reader.lang
    }

    /// A page that says how something is.
    pub fn show(&self, status: StatusCode, page: Page<'_>, keep: Keep) -> Response {
        with_forms(super::page(status, self.write(page), keep, &self.headers))
    }

    /// A page that stays as it is: the application has none of its own in its place.
    pub fn show_alone(&self, status: StatusCode, page: Page<'_>) -> Response {
        let html = self.document(page).write_alone();
        with_forms(super::page(status, html, Keep::Never, &self.headers))
    }

    /// The same for a page that says what went wrong.
    pub fn refuse_alone(&self, error: Error, page: Page<'_>) -> Response {
        let html = self.document(page).write_alone();
        with_forms(error.with_page(html))
    }

    /// A page that says what went wrong, with what was typed.
    pub fn refuse(&self, error: Error, page: Page<'_>) -> Response {
        let html = self.write(page);
        with_forms(error.with_page(html))
    }

    fn write(&self, page: Page<'_>) -> Bytes {
        self.document(page).write()
    }

    fn document<'v>(&'v self, page: Page<'v>) -> Document<'v> {
        let Page { path, title, description, picture, main, data } = page;
        let picture = picture.map(|path| [self.origin(), path].concat());
        let (reader, settings, today) = (self.reader, &*self.settings, self.today);
        Document { reader, settings, today, path, title, description, picture, above: None, main, data }
    }

    /// The fields of a form without files.
    ///
    /// # Errors
    /// What is no such form, or too large.
    pub async fn fields(&self, body: Body) -> Result<Pairs, Error> {
        let media = self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media = media.and_then(|value| value.split(';').next()).unwrap_or_default();
        if !media.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Error::unsupported_media());
        }
        let body = read_body(body, JSON_BYTES_MAX).await?;
        let text = std::str::from_utf8(&body).map_err(|_| Error::malformed())?;
        Ok(Pairs::parse(text))
    }

    /// The site's own address.
    pub fn origin(&self) -> String {
        origin(&self.headers)
    }
}

fn with_forms(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, SAME_ORIGIN);
    response
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let settings = state.settings();
        Ok(Self {
            today: settings.today(&state.clock),
            state: state.clone(),
            settings,
            reader: Reader::from_request_parts(parts, state).await?,
            address: ClientAddress::from_request_parts(parts, state).await?,
            headers: parts.headers.clone(),
        })
    }
}
