use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use maud::Markup;
use serde_json::Value;
use shared::calendar::Day;
use shared::lang::Lang;

use crate::error::Error;
use crate::platform::http::{ClientAddress, origin};
use crate::platform::pages::{self, Document, Keep, Reader};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Without it browsers would not say where a form comes from (`Origin: null`), and the guard against other sites'
/// forms could not tell our own from theirs. Other sites still learn nothing.
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");

/// One visit to a page: who reads it, and what it is written from.
pub struct Visit {
    pub(super) state: AppState,
    pub(super) settings: Arc<Settings>,
    pub(super) today: Day,
    pub(super) reader: Reader,
    pub(super) address: ClientAddress,
    pub(super) headers: HeaderMap,
}

/// A page of this feature.
pub(super) struct Page<'a> {
    pub path: &'a str,
    pub title: &'a str,
    /// What search engines say of it; none for a page that is nobody else's.
    pub description: Option<&'a str>,
    /// The address of a picture that a shared link shows, below this site's own.
    pub picture: Option<String>,
    pub main: Markup,
    pub data: Vec<(&'static str, Value)>,
}

impl Visit {
    pub(super) fn lang(&self) -> Lang {
        self.reader.lang
    }

    /// A page that says how something is.
    pub(super) fn show(&self, status: StatusCode, page: Page<'_>, keep: Keep) -> Response {
        with_forms(pages::page(status, self.write(page), keep, &self.headers))
    }

    /// A page that stays as it is: the application has none of its own in its place.
    pub(super) fn show_alone(&self, status: StatusCode, page: Page<'_>) -> Response {
        let html = self.document(page).write_alone();
        with_forms(pages::page(status, html, Keep::Never, &self.headers))
    }

    /// A page that says what went wrong, with what was typed.
    pub(super) fn refuse(&self, error: Error, page: Page<'_>) -> Response {
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

    /// The site's own address.
    pub(super) fn origin(&self) -> String {
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
