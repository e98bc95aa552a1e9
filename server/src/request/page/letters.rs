use maud::{Markup, html};
use shared::lang::{Lang, fill};
use shared::request::{NoticeView, ObjectionView, RequestStep, RequestView};

use super::address;
use crate::platform::pages::form::hidden;

/// What was told in writing, the latest first, each with the way to it as a letter.
pub(super) fn notices(lang: Lang, view: &RequestView, secret: &str) -> Markup {
    let texts = lang.request();
    html! {
        @if !view.notices.is_empty() {
            section class="panel" {
                h2 { (texts.notices) }
                @for (place, notice) in view.notices.iter().rev().enumerate().rev() {
                    (letter(lang, notice))
                    form class="no-print" method="post" action={ (address(&view.number)) "/surat" } {
                        (hidden("secret", secret))
                        (hidden("surat", &(place + 1).to_string()))
                        button type="submit" class="button button-quiet" { (texts.letter) }
                    }
                }
            }
        }
    }
}

/// A letter within the page of its request.
fn letter(lang: Lang, notice: &NoticeView) -> Markup {
    let texts = lang.request();
    let head = [
        (texts.letter_number, Some(notice.letter_number.clone())),
        (texts.day, Some(lang.day_long(notice.on))),
    ];
    let delivery = notice.delivery.as_ref().map(|delivery| {
        let cost = (delivery.cost > 0).then(|| rupiah(lang, delivery.cost));
        let parts = [Some(lang.day_long(delivery.on)), Some(lang.send_by(delivery.send).to_owned()), cost];
        let parts: Vec<String> = parts.into_iter().flatten().chain(delivery.text.clone()).collect();
        parts.join(" · ")
    });
    let end = [(texts.signed, Some(notice.official.clone())), (texts.delivered, delivery)];
    html! {
        article {
            h3 { (lang.notice_kind(notice.kind)) }
            (facts(&[&head[..], &told(lang, notice), &end].concat()))
        }
    }
}

/// What a letter says.
pub(super) fn told(lang: Lang, notice: &NoticeView) -> Vec<(&'static str, Option<String>)> {
    let texts = lang.request();
    let cost = match notice.cost {
        0 => texts.free.to_owned(),
        cost => rupiah(lang, cost),
    };
    vec![
        (texts.holder, notice.holder.clone()),
        (texts.article, notice.article.clone()),
        (texts.test, notice.consequence_test.clone()),
        (texts.parts, notice.parts_withheld.clone()),
        (texts.form, notice.form.map(|form| lang.obtain(form).to_owned())),
        (texts.cost, notice.form.map(|_| cost)),
        (texts.words, notice.text.clone()),
    ]
}

/// Objections and what was decided, the latest first, with where a dispute goes.
pub(super) fn objections(lang: Lang, view: &RequestView) -> Markup {
    let texts = lang.request();
    let dispute = view.deadlines.iter().find(|one| one.step == RequestStep::Dispute);
    html! {
        @if !view.objections.is_empty() {
            section class="panel" {
                h2 { (texts.objections) }
                @if let Some(dispute) = dispute {
                    p { strong { (fill(texts.dispute, &[("day", &lang.day_long(dispute.due_on))])) } }
                }
                @for objection in &view.objections { (objection_of(lang, objection)) }
            }
        }
    }
}

fn objection_of(lang: Lang, objection: &ObjectionView) -> Markup {
    let texts = lang.request();
    let filed = [
        (texts.filed_on, Some(lang.day_long(objection.filed_on))),
        (texts.object_text, Some(objection.text.clone())),
    ];
    html! {
        article {
            h3 { (lang.ground(objection.ground)) }
            (facts(&filed))
            @match &objection.decision {
                None => p { (texts.waits) },
                Some(decision) => {
                    h4 { (lang.decision_outcome(decision.outcome)) }
                    (facts(&[
                        (texts.letter_number, Some(decision.letter_number.clone())),
                        (texts.day, Some(lang.day_long(decision.on))),
                        (texts.words, Some(decision.reasons.clone())),
                        (texts.anew, decision.answer_by.map(|day| lang.day_long(day))),
                        (texts.signed, Some(decision.official.clone())),
                    ]))
                }
            }
        }
    }
}

/// Names and values; what was not said is left out.
pub(super) fn facts(rows: &[(&str, Option<String>)]) -> Markup {
    html! {
        dl class="review-rows" {
            @for (name, value) in rows {
                @if let Some(value) = value { div class="review-row" { dt { (name) } dd { (value) } } }
            }
        }
    }
}

fn rupiah(lang: Lang, cost: u32) -> String {
    ["Rp", &lang.number(u64::from(cost))].concat()
}
