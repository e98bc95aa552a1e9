use maud::{Markup, html};
use shared::calendar::{Certainty, Day};
use shared::lang::{Lang, fill};
use shared::request::{RequestDeadline, RequestReceipt, RequestStep};

use super::{PATH, address};
use crate::platform::pages::Visit;
use crate::platform::pages::form::hidden;

/// The receipt of what was just registered, with what is to be done with it. It holds the secret.
pub(super) fn receipt(visit: &Visit, receipt: &RequestReceipt, lead: &str) -> Markup {
    let lang = visit.lang();
    let texts = lang.request();
    html! {
        article class="page page-narrow receipt" {
            h1 tabindex="-1" { (texts.registered) }
            p class="lead" { (lead) }
            div class="ticket" {
                (kept("receipt-number", texts.number, &receipt.number))
                (kept("receipt-secret", texts.secret, &receipt.secret))
            }
            section {
                h2 { (texts.deadlines) }
                p { (texts.received_on) " " (lang.day_long(receipt.received_on)) }
                (deadlines(lang, &receipt.deadlines, visit.today))
            }
            div class="form-ways no-print" {
                form method="post" action=(address(&receipt.number)) {
                    (hidden("secret", &receipt.secret))
                    button type="submit" class="button button-main" { (texts.open) }
                }
                a class="button button-quiet" href=(PATH) rel="external" { (texts.another) }
            }
        }
    }
}

fn kept(id: &str, label: &str, value: &str) -> Markup {
    html! {
        div class="kept" role="group" aria-labelledby={ (id) "-label" } {
            p class="kept-label" id={ (id) "-label" } { (label) }
            p class="kept-value" id=(id) translate="no" { (value) }
        }
    }
}

/// What must happen by when, with how sure each date is. Where a dispute goes is told with the decision.
pub(super) fn deadlines(lang: Lang, list: &[RequestDeadline], today: Day) -> Markup {
    let texts = lang.request();
    let shown: Vec<&RequestDeadline> = list.iter().filter(|one| one.step != RequestStep::Dispute).collect();
    let any = |test: fn(&RequestDeadline) -> bool| shown.iter().any(|one| one.met_on.is_none() && test(one));
    html! {
        ul class="deadlines" { @for one in &shown { (row(lang, one, today)) } }
        @if any(|one| !one.confirmed) { p class="fine" { (texts.unconfirmed) } }
        @if any(|one| one.certainty != Certainty::Known) { p class="fine" { (texts.estimated) } }
    }
}

fn row(lang: Lang, one: &RequestDeadline, today: Day) -> Markup {
    let texts = lang.request();
    let when = match one.met_on {
        Some(met_on) => [texts.met_on, " ", &lang.day_long(met_on)].concat(),
        None => [texts.due_on, " ", &lang.day_long(one.due_on)].concat(),
    };
    let is_late = one.met_on.unwrap_or(today) > one.due_on;
    html! {
        li class=(if one.met_on.is_none() { "deadline" } else { "deadline deadline-met" }) {
            span class="deadline-step" { (lang.request_step(one.step)) }
            " " span class="deadline-when" { (when) }
            @if is_late {
                " " span class="badges" {
                    span class="badge badge-bad" { (fill(texts.late, &[("n", &one.late_days.to_string())])) }
                }
            }
        }
    }
}
