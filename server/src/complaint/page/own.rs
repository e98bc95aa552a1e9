//! The reporter's part of a complaint's page: its content, and plain forms for what may be done now.

use maud::{Markup, html};
use shared::complaint::{ComplaintView, EntryKind, OwnView, ReporterAction};
use shared::lang::Lang;
use shared::problem::FieldProblem;
use shared::region::Point;

use super::ask;
use super::attachments::sentences;
use super::sent::Kept;
use super::story::{self, FILES_FORM, last_words};
use crate::platform::http::Pairs;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{Tone, hidden, summary};

/// The last word of the address where what a request needs is given.
const REQUEST_VERB: &str = "permohonan";

/// What the holder of the secret has done so far.
pub(super) struct Opened<'a> {
    /// The secret, which every form of the page carries on.
    pub secret: &'a str,
    /// The key of the next message, under which it counts once.
    pub key: String,
    /// What is said on top: what has happened, or why not.
    pub said: Option<(Tone, String)>,
    /// A form that did not get through.
    pub draft: Option<Draft<'a>>,
}

/// A form that is shown again as it was filled in.
pub(super) struct Draft<'a> {
    /// The last word of its address.
    pub verb: &'a str,
    pub fields: &'a Pairs,
    pub problems: Vec<FieldProblem>,
    pub refused: Vec<&'a str>,
    pub kept: Vec<Kept>,
}

impl Opened<'_> {
    /// The form of a verb, where it did not get through.
    pub(super) fn draft(&self, verb: &str) -> Option<&Draft<'_>> {
        self.draft.as_ref().filter(|draft| draft.verb == verb)
    }

    /// What was typed into one of its fields.
    pub(super) fn typed(&self, verb: &str, name: &str) -> &str {
        self.draft(verb).and_then(|draft| draft.fields.get(name)).unwrap_or_default()
    }

    /// What is wrong with one of its fields.
    pub(super) fn problems(&self, lang: Lang, verb: &str, name: &str) -> Vec<String> {
        let Some(draft) = self.draft(verb) else { return Vec::new() };
        if name == "files" {
            return sentences(lang, draft.problems.iter(), &draft.refused);
        }
        let own = draft.problems.iter().filter(|problem| problem.field == name);
        own.map(|problem| lang.problem(problem.problem)).collect()
    }
}

/// The fields of the forms: verb, name, element's id.
const FIELDS: [(&str, &str, &str); 6] = [
    ("pesan", "text", "message"),
    ("pesan", "files", "message-files"),
    ("terima", "stars", "stars"),
    ("terima", "words", "words"),
    ("tolak", "reason", "reason"),
    ("cabut", "reason", "withdrawal-reason"),
];

/// What needs another look, each line with a link to its field: the forms are far below the top.
pub(super) fn problems(visit: &Visit, opened: &Opened<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.tracking();
    let label = |verb, name| match (verb, name) {
        (_, "text") => texts.message_label,
        (_, "files") => lang.filing().files,
        (_, "stars") => texts.stars,
        (_, "words") => texts.words,
        ("tolak", _) => texts.refuse_reason,
        _ => texts.withdraw_reason,
    };
    let lines: Vec<(&str, &str, String)> = FIELDS
        .iter()
        .flat_map(|(verb, name, id)| {
            let sentences = opened.problems(lang, verb, name).into_iter();
            sentences.map(move |sentence| (*id, label(*verb, *name), sentence))
        })
        .collect();
    summary(lang, &lines)
}

/// What waits for the reporter: something to complete, or an answer to judge.
pub(super) fn asked(visit: &Visit, view: &ComplaintView, opened: &Opened<'_>) -> Markup {
    let texts = visit.lang().tracking();
    html! {
        @if let Some(number) = view.own.as_ref().and_then(|own| own.request.as_deref()) {
            section class="panel panel-asks" {
                h2 { (texts.request_became) " " span translate="no" { (number) } }
                form class="no-print" method="post" action={ "/permohonan/" (number) } data-plain {
                    (hidden("secret", opened.secret))
                    button type="submit" class="button button-main" { (texts.request_open) }
                }
            }
        } @else if asks_request(view) {
            section class="panel panel-asks no-print" {
                h2 { (texts.complete) }
                (last_words(visit, view, EntryKind::Postponed))
                p { (texts.request_lead) }
                form method="post" action=(address(view, REQUEST_VERB)) data-plain {
                    (hidden("secret", opened.secret))
                    button type="submit" class="button button-main" { (texts.request_fill) }
                }
            }
        } @else if may(view, ReporterAction::Complete) {
            section class="panel panel-asks no-print" {
                h2 { (texts.complete) }
                p { (texts.complete_lead) }
                (last_words(visit, view, EntryKind::Postponed))
                (ask::reply(visit, view, opened, texts.complete_label, None, texts.send_complete))
            }
        } @else if may(view, ReporterAction::Accept) {
            (ask::judge(visit, view, opened))
        }
    }
}

/// What else the reporter may do.
pub(super) fn more(visit: &Visit, view: &ComplaintView, opened: &Opened<'_>) -> Markup {
    let texts = visit.lang().tracking();
    html! {
        @if may(view, ReporterAction::Message) || asks_request(view) {
            section class="panel no-print" {
                h2 { (texts.message) }
                (ask::reply(visit, view, opened, texts.message_label, Some(texts.message_hint), texts.send_message))
            }
        }
        @if may(view, ReporterAction::Withdraw) { (ask::withdraw(visit.lang(), view, opened)) }
    }
}

/// The complaint as it was filed.
pub(super) fn content(visit: &Visit, view: &ComplaintView, opened: &Opened<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.tracking();
    let Some(own) = &view.own else { return Markup::default() };
    html! {
        // The buttons beside files are of this form, wherever they stand.
        form id=(FILES_FORM) class="unseen" method="post" data-plain { (hidden("secret", opened.secret)) }
        section class="panel" {
            p class="over" { (texts.own) }
            h2 class="own-title" { (own.title) }
            p class="story-text" { (own.content) }
            dl class="review-rows" {
                @for (label, value) in facts(lang, own) {
                    @if !value.is_empty() { div class="review-row" { dt { (label) } dd { (value) } } }
                }
            }
            (story::files(lang, &view.code, &own.files))
        }
    }
}

fn facts(lang: Lang, own: &OwnView) -> [(&'static str, String); 3] {
    let texts = lang.tracking();
    let place = [own.region.clone(), own.place.clone(), own.point.map(Point::written)];
    let protection = [
        own.sealed.then_some(texts.sealed),
        own.identified.then_some(texts.identified),
        own.identified.then_some(if own.anonymous { texts.anonymous } else { texts.named }),
        own.confidential.then_some(texts.confidential),
    ];
    [
        (texts.event_date, own.event_date.map(|day| lang.day_long(day)).unwrap_or_default()),
        (texts.place, place.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
        (texts.protection, protection.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
    ]
}

/// Whether it is to become a request for information, once they have given what that needs.
fn asks_request(view: &ComplaintView) -> bool {
    view.own.as_ref().is_some_and(|own| own.asks_request)
}

fn may(view: &ComplaintView, action: ReporterAction) -> bool {
    view.own.as_ref().is_some_and(|own| own.actions.contains(&action))
}

/// Where a form is sent.
pub(super) fn address(view: &ComplaintView, verb: &str) -> String {
    ["/lacak/", &view.code, "/", verb].concat()
}
