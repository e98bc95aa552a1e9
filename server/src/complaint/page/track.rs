//! `GET /lacak`: where a code is entered.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use shared::complaint::TrackingCode;
use shared::lang::Lang;
use shared::problem::Problem;

use crate::platform::http::Pairs;
use crate::platform::pages::{self, Document, Keep, Reader};
use crate::state::AppState;

/// The entry; a code that was sent leads to its page, a mistyped one back with what is wrong.
pub async fn handle(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Response {
    let typed = pairs.get("kode").unwrap_or_default();
    let problem = match TrackingCode::parse(typed) {
        Ok(code) => return Redirect::to(&format!("/lacak/{code}")).into_response(),
        Err(problem) => (!typed.is_empty()).then_some(problem),
    };
    let settings = state.settings();
    let texts = reader.lang.tracking();
    let page = Document {
        reader,
        settings: &settings,
        today: settings.today(&state.clock),
        path: "/lacak",
        title: texts.heading,
        description: Some(texts.lead),
        main: entry(reader.lang, typed, problem),
        data: Vec::new(),
    };
    pages::page(StatusCode::OK, page.write(), Keep::Ask, &headers)
}

/// The form for a code, with what was typed and what is wrong with it.
pub fn entry(lang: Lang, typed: &str, problem: Option<Problem>) -> Markup {
    let texts = lang.tracking();
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.heading) }
            p class="lead" { (texts.lead) }
            form class="form form-line" method="get" action="/lacak" {
                div class="field" {
                    label class="label" for="code" { (texts.code) }
                    p class="hint" id="code-hint" { (texts.code_hint) }
                    @if let Some(problem) = problem {
                        p class="problem" id="code-problem" { (lang.problem(problem)) }
                    }
                    input class="input" id="code" name="kode" type="text" value=(typed) autocapitalize="characters"
                        autocomplete="off" spellcheck="false" aria-describedby="code-hint code-problem"
                        aria-invalid=[problem.map(|_| "true")];
                }
                button type="submit" class="button button-main" { (texts.look_up) }
            }
            p class="fine" { (texts.lost) }
        }
    }
}
