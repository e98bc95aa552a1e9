use maud::{Markup, html};
use shared::lang::fill;
use shared::problem::FieldProblem;
use shared::request::{OfferedGround, RequestView};

use super::address;
use super::fields::{field, lines};
use super::files::files;
use super::letters::{facts, notices, objections};
use super::receipt::deadlines;
use crate::platform::http::Pairs;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{
    Choice, Field, TextKind, Tone, area, hidden, line, notice, radios, summary,
};

/// The fields of an objection, each with its element's id.
const FIELDS: [(&str, &str); 2] = [("ground", "ground"), ("text", "text")];

/// Where the secret is entered. It says nothing of whether the number is there.
pub(super) fn shut(visit: &Visit, number: &str, is_wrong: bool) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    let wrong: Vec<String> = is_wrong.then(|| texts.wrong.to_owned()).into_iter().collect();
    let summed: Vec<(&str, &str, String)> =
        wrong.iter().map(|sentence| ("secret", texts.secret, sentence.clone())).collect();
    let secret = Field::new(lang, "secret", texts.secret).hint(texts.secret_hint).required().problems(wrong);
    html! {
        div class="page page-narrow" {
            h1 tabindex="-1" { (texts.title) " " span translate="no" { (number) } }
            (summary(lang, &summed))
            p class="lead" { (texts.shut_lead) }
            form class="form form-line" method="post" action=(address(number)) novalidate {
                (line(&secret, TextKind::Code, ""))
                button type="submit" class="button button-main" { (texts.open) }
            }
        }
    }
}

/// What the holder of the secret has done so far.
pub(super) struct Opened<'a> {
    /// The secret, which the form of the page carries on.
    pub secret: &'a str,
    /// What is said on top.
    pub said: Option<(Tone, &'a str)>,
    /// What was typed into an objection that did not get through.
    pub typed: Option<&'a Pairs>,
    /// What is wrong with it.
    pub problems: Vec<FieldProblem>,
    /// Texts among the files that can be read here, each with its file's id.
    pub texts: Vec<(String, String)>,
}

/// A request that its applicant has opened.
pub(super) fn opened(visit: &Visit, view: &RequestView, opened: &Opened<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    let agency = view.agency.as_deref().and_then(|key| visit.settings.agency(key));
    let extension = view.extension.as_ref();
    let rows = [
        (texts.received_on, Some(lang.day_long(view.received_on))),
        (texts.agency, agency.map(|agency| agency.name(lang).to_owned())),
        (texts.what, Some(view.erased_on.map_or_else(|| view.what.clone(), |_| texts.erased.to_owned()))),
        (texts.purpose, view.erased_on.is_none().then(|| view.purpose.clone())),
        (texts.obtain, Some(lang.obtain(view.obtain).to_owned())),
        (texts.send, Some(lang.send_by(view.send).to_owned())),
        (texts.extended, extension.map(|one| [&lang.day_long(one.on), ": ", &one.reason].concat())),
    ];
    html! {
        article class="page page-narrow" {
            h1 tabindex="-1" { (texts.title) " " span translate="no" { (view.number) } }
            (summary(lang, &lines(lang, &FIELDS, &opened.problems)))
            @if let Some((tone, words)) = opened.said { (notice(tone, words)) }
            p class="lead" { (lang.request_stage(view.stage)) }
            section class="panel" { h2 { (texts.deadlines) } (deadlines(lang, &view.deadlines, visit.today)) }
            (files(lang, view, opened.secret, &opened.texts))
            (notices(lang, view, opened.secret))
            (objections(lang, view))
            section class="panel" { h2 { (texts.yours) } (facts(&rows)) }
            @if !view.offers.is_empty() { (objection(visit, view, opened)) }
            p class="no-print" {
                a class="button button-quiet" href=(address(&view.number)) rel="external" { (texts.close) }
            }
        }
    }
}

/// The form of an objection, with the grounds that the law offers today.
fn objection(visit: &Visit, view: &RequestView, opened: &Opened<'_>) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    let until = |offer: &OfferedGround| match offer.until {
        Some(day) => fill(texts.until, &[("day", &lang.day_long(day))]),
        None => texts.anytime.to_owned(),
    };
    let hints: Vec<String> = view.offers.iter().map(until).collect();
    let grounds = view.offers.iter().zip(&hints).map(|(offer, hint)| Choice {
        value: offer.ground.as_str(),
        label: lang.ground(offer.ground),
        hint: Some(hint),
    });
    let grounds: Vec<Choice<'_>> = grounds.collect();
    let typed = |name: &str| opened.typed.and_then(|typed| typed.get(name)).unwrap_or_default();
    let [ground, text] = FIELDS.map(|names| field(lang, names, &opened.problems).required());
    html! {
        section class="panel no-print" {
            h2 { (texts.object) }
            p { (texts.object_lead) }
            form class="form" method="post" action={ (address(&view.number)) "/keberatan" } novalidate {
                (hidden("secret", opened.secret))
                (radios(&ground, &grounds, typed("ground")))
                (area(&text, typed("text")))
                button type="submit" class="button button-main" { (texts.object_send) }
            }
        }
    }
}
