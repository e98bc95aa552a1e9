//! A complaint that is to become a request for information, or has. Pages of requests are the server's: a form leads there with
//! the secret, which is never in an address.

use shared::complaint::EntryKind;

use super::case::Case;
use super::story::last_words;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;

/// Leads to the form of what is missing.
pub fn asked(case: Case) -> Tag {
    let texts = use_lang().tracking();
    let action = ["/lacak/", &case.code(), "/permohonan"].concat();
    panel(texts.complete.to_owned())
        .with(last_words(case, EntryKind::Postponed))
        .with(tag("p").with(texts.request_lead))
        .with(way(case, &action, texts.request_fill))
}

/// Leads to the request of a number.
pub fn became(case: Case, number: &str) -> Tag {
    let texts = use_lang().tracking();
    let action = ["/permohonan/", number].concat();
    panel([texts.request_became, " ", number].concat()).with(way(case, &action, texts.request_open))
}

fn panel(heading: String) -> Tag {
    tag("section").class("panel panel-asks no-print").with(tag("h2").with(heading))
}

fn way(case: Case, action: &str, label: &'static str) -> Tag {
    let secret = case.secret.get_untracked();
    let secret = secret.as_ref().map_or("", |secret| secret.as_str());
    let hidden = tag("input").attr("type", "hidden").attr("name", "secret").attr("value", secret);
    let send = tag("button").class("button button-main").attr("type", "submit").with(label);
    tag("form").attr("method", "post").attr("action", action).with(hidden).with(send)
}
