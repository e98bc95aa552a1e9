//! `GET /lacak`: where a code is entered.

use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use maud::{Markup, html};
use shared::complaint::TrackingCode;
use shared::lang::Lang;

use crate::platform::http::Pairs;
use crate::platform::pages::form::{Field, TextKind, line};
use crate::platform::pages::{Keep, Page, Visit};

/// The entry; a code that was sent leads to its page, a mistyped one back with what is wrong.
pub async fn handle(visit: Visit, pairs: Pairs) -> Response {
    let typed = pairs.get("kode").unwrap_or_default();
    let problem = match TrackingCode::parse(typed) {
        Ok(code) => return Redirect::to(&format!("/lacak/{code}")).into_response(),
        Err(problem) => (!typed.is_empty()).then(|| visit.lang().problem(problem)),
    };
    visit.show(StatusCode::OK, page(visit.lang(), typed, problem), Keep::Ask)
}

/// The entry as a page, with what was typed and what is wrong with it.
pub(super) fn page<'a>(lang: Lang, typed: &str, problem: Option<String>) -> Page<'a> {
    let texts = lang.tracking();
    let main = entry(lang, typed, problem);
    Page {
        path: "/lacak",
        title: texts.heading,
        description: Some(texts.lead),
        picture: None,
        main,
        data: Vec::new(),
    }
}

fn entry(lang: Lang, typed: &str, problem: Option<String>) -> Markup {
    let texts = lang.tracking();
    let field = Field::new(lang, "kode", texts.code).id("code").hint(texts.code_hint);
    let field = field.problems(problem.into_iter().collect());
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.heading) }
            p class="lead" { (texts.lead) }
            form class="form form-line" method="get" action="/lacak" novalidate {
                (line(&field, TextKind::Code, typed))
                button type="submit" class="button button-main" { (texts.look_up) }
            }
            p class="fine" { (texts.lost) }
        }
    }
}
