//! What went wrong as a page in the frame: a browser without scripts shows whatever comes back.

use ::http::{HeaderMap, Method, header};
use axum::response::Response;
use maud::{Markup, html};
use shared::calendar::Day;
use shared::lang::Lang;
use shared::problem::{Envelope, ErrorCode};

use super::{Document, Reader};
use crate::error::{as_page, told};
use crate::platform::http;
use crate::platform::settings::Settings;

/// Whether a person waits for the answer: a browser that asked for a page, or sent a form.
pub fn is_person(path: &str, headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    !path.starts_with("/api/") && accepted.contains("text/html")
}

/// The answer as a page where it is an error without one.
pub fn for_people(
    response: Response,
    method: &Method,
    path: &str,
    reader: Reader,
    settings: &Settings,
    today: Day,
) -> Response {
    let Some(envelope) = told(&response) else { return response };
    let title = reader.lang.error(envelope.code);
    let main = words(envelope, reader.lang, method.is_safe());
    let page = Document {
        reader,
        settings,
        today,
        path,
        title,
        description: None,
        picture: None,
        above: None,
        main,
        data: Vec::new(),
    }
    .write();
    let mut response = as_page(response, page);
    http::show(response.headers_mut());
    response
}

fn words(envelope: &Envelope, lang: Lang, is_safe: bool) -> Markup {
    let heading = lang.error(envelope.code).trim_end_matches('.');
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (heading) }
            @if !envelope.problems.is_empty() && envelope.code == ErrorCode::Invalid {
                ul {
                    @for problem in &envelope.problems { li { (lang.problem(problem.problem)) } }
                }
            }
            @if !is_safe { p { (lang.shell().go_back) } }
        }
    }
}
