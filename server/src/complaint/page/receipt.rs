//! The receipt: what a citizen must keep, and by when they hear from the office.

use maud::{Markup, html};
use shared::complaint::Filed;

use super::deadlines::deadlines;
use super::qr;
use crate::platform::pages::Visit;
use crate::platform::pages::form::{Tone, hidden, notice};

/// The receipt of what was just filed. It holds the secret, so nothing that has to ask for it may take its place.
pub(super) fn receipt(visit: &Visit, filed: &Filed) -> Markup {
    let lang = visit.lang();
    let texts = lang.receipt();
    let address = ["/lacak/", &filed.code].concat();
    let own_link = [&visit.origin(), &address, "#", &filed.secret].concat();
    html! {
        article class="page page-narrow receipt" data-plain="answer" {
            h1 tabindex="-1" { (texts.heading) }
            p class="lead" { (texts.lead) }
            @if filed.sealed { (notice(Tone::Info, texts.sealed)) }
            div class="ticket" {
                (kept("receipt-code", texts.code, texts.code_hint, &filed.code))
                (kept("receipt-secret", texts.secret, texts.secret_hint, &filed.secret))
                div class="ticket-link" {
                    (kept("receipt-link", texts.own_link, texts.own_link_hint, &own_link))
                    (qr::picture(&own_link, texts.qr))
                }
            }
            section {
                h2 { (texts.deadlines) }
                p { (texts.received_on) " " (lang.day_long(filed.received_on)) }
                (deadlines(lang, &filed.deadlines, filed.received_on))
            }
            div class="form-ways no-print" {
                form method="post" action=(address) data-plain {
                    (hidden("secret", &filed.secret))
                    button type="submit" class="button button-main" { (texts.open) }
                }
                a class="button button-quiet" href="/adukan" { (texts.another) }
            }
        }
    }
}

/// Something to keep.
fn kept(id: &str, label: &str, hint: &str, value: &str) -> Markup {
    html! {
        div class="kept" role="group" aria-labelledby={ (id) "-label" } {
            p class="kept-label" id={ (id) "-label" } { (label) }
            p class="kept-value" id=(id) translate="no" { (value) }
            p class="kept-hint" { (hint) }
        }
    }
}
