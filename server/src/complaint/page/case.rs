//! A complaint's page: its stage for everyone who has the code, all of it for the holder of the secret.

use maud::{Markup, html};
use shared::complaint::ComplaintView;

use super::deadlines::deadlines;
use super::own::{self, Opened};
use super::progress::progress;
use super::public::{picture, public};
use super::story::story;
use crate::platform::pages::form::{Field, TextKind, Tone, line, notice, summary};
use crate::platform::pages::{Page, Visit};

/// What is said where the secret is entered.
#[derive(Default)]
pub(super) struct Unlock<'a> {
    pub typed: &'a str,
    /// What is wrong with what was typed.
    pub problem: Option<String>,
    /// Whether it does not fit.
    pub is_wrong: bool,
}

/// What is seen of a complaint.
pub(super) enum Seen<'a> {
    /// What anyone may see.
    Shut(Unlock<'a>),
    /// What its reporter may.
    Open(Opened<'a>),
}

/// The page, and what the app needs to draw the same: only what anyone may see is ever among it.
pub(super) fn page<'a>(
    visit: &Visit,
    title: &'a str,
    path: &'a str,
    view: &ComplaintView,
    description: Option<&'a str>,
    seen: &Seen<'_>,
) -> Page<'a> {
    let data = match seen {
        Seen::Shut(_) => {
            let json = serde_json::to_value(view).expect("a view holds nothing that JSON cannot say");
            vec![("complaint", json)]
        }
        Seen::Open(_) => Vec::new(),
    };
    let picture = description.and_then(|_| picture(view));
    Page { path, title, description, picture, main: content(visit, title, view, seen), data }
}

fn content(visit: &Visit, title: &str, view: &ComplaintView, seen: &Seen<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.tracking();
    let (opened, answer) = match seen {
        Seen::Shut(_) => (None, None),
        Seen::Open(opened) => (Some(opened), Some("answer")),
    };
    // Where the secret is entered is far below the top, on a phone.
    let refused = match seen {
        Seen::Shut(shut) if shut.is_wrong => Some(texts.wrong_secret.to_owned()),
        Seen::Shut(shut) => shut.problem.clone(),
        Seen::Open(_) => None,
    };
    let refused: Vec<(&str, &str, String)> =
        refused.into_iter().map(|sentence| ("secret", texts.secret, sentence)).collect();
    html! {
        div class="page page-case" data-plain=[answer] {
            h1 tabindex="-1" { (title) }
            (summary(lang, &refused))
            @if let Some(opened) = opened { (own::problems(visit, opened)) }
            @if let Some((tone, words)) = opened.and_then(|opened| opened.said.as_ref()) {
                (notice(*tone, words))
            }
            p class="lead" {
                (lang.class(view.class)) " · " (texts.received_on) " " (lang.day_long(view.received_on))
            }
            @if let Some(opened) = opened { (own::asked(visit, view, opened)) }
            div class="case" {
                div class="case-side" {
                    section class="panel" { h2 { (texts.progress) } (progress(lang, view)) }
                    section class="panel" {
                        h2 { (texts.next) }
                        @if view.deadlines.is_empty() {
                            p { (texts.nothing_due) }
                        } @else {
                            (deadlines(lang, &view.deadlines, visit.today))
                        }
                    }
                }
                div class="case-main" {
                    (public(visit, view, matches!(seen, Seen::Open(_))))
                    @match seen {
                        Seen::Shut(shut) => (unlock(visit, view, shut)),
                        Seen::Open(opened) => { (own::content(visit, view, opened)) (close(visit, view)) }
                    }
                    section class="panel" { h2 { (texts.story) } (story(visit, view)) }
                    @if let Some(opened) = opened { (own::more(visit, view, opened)) }
                }
            }
            p class="fine" { a href="/lacak" { (texts.other_code) } }
        }
    }
}

/// Where the secret is entered.
fn unlock(visit: &Visit, view: &ComplaintView, shut: &Unlock<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.tracking();
    let field = Field::new(lang, "secret", texts.secret).hint(texts.secret_hint).required();
    let field = field.problems(shut.problem.iter().cloned().collect());
    html! {
        section class="panel no-print" {
            h2 { (texts.own_closed) }
            p { (texts.own_closed_lead) }
            @if shut.is_wrong { (notice(Tone::Bad, texts.wrong_secret)) }
            form class="form form-line" method="post" action={ "/lacak/" (view.code) } data-plain {
                (line(&field, TextKind::Code, shut.typed))
                button type="submit" class="button button-main" { (texts.open) }
            }
        }
    }
}

/// Leads back to what anyone may see, on a phone that is passed on.
fn close(visit: &Visit, view: &ComplaintView) -> Markup {
    html! {
        p class="no-print" {
            a class="button button-quiet" href={ "/lacak/" (view.code) } { (visit.lang().tracking().close) }
        }
    }
}
