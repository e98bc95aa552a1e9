//! A public page as HTML that holds its content: readable at once, without scripts, and by search engines. The app
//! takes its place when it has loaded.
//!
//! The markup has the classes, landmarks and order of the app's own, so that nothing jumps when it does.

mod frame;
mod squeeze;

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;
use shared::calendar::Day;
use shared::lang::Lang;

use super::encoding::Encoding;
use super::{Dist, Reader};
use crate::error::{self, PageError};
use crate::platform::http::{entity_tag, is_fresh};
use crate::platform::settings::Settings;

/// What the build has left for the heads of pages: the names of styles, scripts, texts and icons. In each language,
/// for the citizens' bundle and for that of the page that shows every part.
pub(super) const HEADS: [&str; 4] =
    ["public.head.id.html", "public.head.en.html", "gallery.head.id.html", "gallery.head.en.html"];

const MEDIA_TYPE: &str = "text/html; charset=utf-8";

/// A page.
pub struct Document<'a> {
    /// Who reads it.
    pub reader: Reader,
    /// The instance's settings.
    pub settings: &'a Settings,
    /// The local day.
    pub today: Day,
    /// Its address with its parameters, for the navigation and for the way back from a choice.
    pub path: &'a str,
    /// Its title, without the product's name.
    pub title: &'a str,
    /// What search engines say of it; none for a page that is nobody else's.
    pub description: Option<&'a str>,
    /// The whole address of a picture that a shared link shows.
    pub picture: Option<String>,
    /// What stands above all of it, and stays when the application takes the page's place.
    pub above: Option<Markup>,
    /// What stands in `main`.
    pub main: Markup,
    /// What the app needs to draw the same, by name, besides the settings.
    pub data: Vec<(&'static str, Value)>,
}

/// How long browsers may keep a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// They ask each time whether it is still the same.
    Ask,
    /// Not at all: it holds what is somebody's own.
    Never,
}

impl Document<'_> {
    /// The page's HTML.
    pub fn write(self) -> Bytes {
        self.write_for(0)
    }

    /// The HTML of a page that the application does not take the place of.
    pub fn write_alone(self) -> Bytes {
        let scripts = |line: &str| line.contains("preload") || line.contains("<script");
        let head = |head: String| head.lines().filter(|line| !scripts(line)).collect();
        self.write_with(0, head)
    }

    /// The HTML of the page that shows every part: its bundle is its own.
    pub fn write_gallery(self) -> Bytes {
        self.write_for(2)
    }

    fn write_for(self, heads: usize) -> Bytes {
        self.write_with(heads, |head| head)
    }

    fn write_with(self, heads: usize, head_of: impl FnOnce(String) -> String) -> Bytes {
        let texts = self.reader.lang.shell();
        let title = [self.title, " – ", texts.title].concat();
        let head = HEADS[heads + usize::from(self.reader.lang == Lang::En)];
        let head = Dist::get(head).map(|file| file.data).unwrap_or_default();
        let head = PreEscaped(head_of(String::from_utf8_lossy(&head).into_owned()));
        let data = PreEscaped(self.data_as_json());
        let page = html! {
            (DOCTYPE)
            html lang=(self.reader.lang.tag()) data-theme=(self.reader.theme.as_str()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    @match self.description {
                        Some(description) => {
                            meta name="description" content=(description);
                            // What a shared link shows.
                            meta property="og:type" content="website";
                            meta property="og:site_name" content=(texts.title);
                            meta property="og:title" content=(self.title);
                            meta property="og:description" content=(description);
                            @if let Some(picture) = &self.picture { meta property="og:image" content=(picture); }
                        }
                        None => meta name="robots" content="noindex";,
                    }
                    (head)
                }
                body {
                    @if let Some(above) = &self.above { (above) }
                    div id="app" { (frame::frame(&self)) }
                    // Data, not a script: no policy has to allow it.
                    script type="application/json" id="data" { (data) }
                }
            }
        };
        Bytes::from(page.into_string())
    }

    fn data_as_json(&self) -> String {
        let meta = serde_json::to_value(self.settings.meta(self.today));
        let meta = meta.expect("settings hold nothing that JSON cannot say");
        let pairs = self.data.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let data: serde_json::Map<String, Value> = pairs.chain([("meta".to_owned(), meta)]).collect();
        // Nothing in it can end the element that it stands in.
        Value::Object(data).to_string().replace('<', "\\u003c")
    }
}

/// A page as an answer, as small as the one who asks can read it. One that holds what is somebody's own is sent as it
/// is: the size of a compressed one would tell of what it holds.
pub fn answer(status: StatusCode, page: Bytes, keep: Keep, request: &HeaderMap) -> Response {
    let mut response = match keep {
        Keep::Never => (status, page).into_response(),
        Keep::Ask => kept(status, page, request),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
    let kept = if keep == Keep::Ask { "no-cache" } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

/// A page that says what is wrong, as an answer. It is not kept.
pub fn refusal(error: PageError, page: Bytes) -> Response {
    let mut response = error::page(error, page);
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("cookie"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn kept(status: StatusCode, page: Bytes, request: &HeaderMap) -> Response {
    let whole = entity_tag(&page);
    let best = Encoding::accepted(request).into_iter().flatten().next();
    // Each form has a tag of its own (RFC 9110, 8.8.3.3).
    let tag = best.map_or_else(|| whole.clone(), |encoding| tag_in(&whole, encoding));
    let mut response = if status == StatusCode::OK && is_fresh(request, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match best.and_then(|encoding| Some((encoding, squeeze::squeezed(&page, &whole, encoding)?))) {
            None => (status, page).into_response(),
            Some((encoding, small)) => {
                let encoding = HeaderValue::from_static(encoding.name());
                (status, [(header::CONTENT_ENCODING, encoding)], small).into_response()
            }
        }
    };
    response.headers_mut().insert(header::ETAG, tag);
    response
}

fn tag_in(tag: &HeaderValue, encoding: Encoding) -> HeaderValue {
    let tag = tag.to_str().unwrap_or_default().trim_matches('"');
    HeaderValue::try_from(format!("\"{tag}-{}\"", encoding.name()))
        .expect("plain letters may stand in a header")
}
