//! The receipt: what a citizen must keep, and by when they hear from the office.

use leptos::prelude::*;
use shared::complaint::{Filed, Secret, TrackingCode};

use super::deadlines::deadlines;
use super::keyring;
use crate::platform::device::{copy, whole_address};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::ui::{Button, Tone, focus_on, notice, page_heading, plain_button, qr_picture};

/// A filing that arrived.
#[derive(Clone)]
pub struct Receipt {
    /// The server's answer.
    pub filed: Filed,
    /// Whether an earlier sending had arrived, and not what was changed since.
    pub earlier: bool,
    /// Under which key the phone keeps it, where it does.
    pub kept: Option<String>,
}

impl Receipt {
    /// Keeps the secret for this tab, which opens the complaint by it.
    pub fn new(filed: Filed, earlier: bool) -> Self {
        if let (Ok(code), Ok(secret)) = (TrackingCode::parse(&filed.code), Secret::parse(&filed.secret)) {
            keyring::keep(&code, &secret);
        }
        Self { filed, earlier, kept: None }
    }
}

/// What follows a receipt: another form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// The receipt stays on the phone.
    Keep,
    /// It is wiped from the phone.
    PutAway,
}

/// The receipt of what was just filed. `begin_again` makes way for another form.
pub fn receipt(receipt: Receipt, begin_again: impl Fn(After) + Copy + 'static) -> Tag {
    let lang = use_lang();
    let texts = lang.receipt();
    let Receipt { filed, earlier, kept: is_kept } = receipt;
    let address = ["/lacak/", &filed.code].concat();
    let own_link = own_link(&filed.code, &filed.secret);
    let received = [texts.received_on, " ", &day_long(lang, filed.received_on)].concat();
    let ticket = ticket(&filed.code, &filed.secret, &own_link);
    let dates = tag("section")
        .with(tag("h2").with(texts.deadlines))
        .with(tag("p").with(received))
        .with(deadlines(&filed.deadlines, filed.received_on));
    let again = |label, after| {
        plain_button(Button::Quiet, label, move || {
            begin_again(after);
            // The address stays, so nobody else moves the focus.
            focus_on("h1");
        })
    };
    let ways = tag("div")
        .class("form-ways no-print")
        .with(tag("a").class("button button-main").attr("href", address).with(texts.open))
        .with(plain_button(Button::Quiet, texts.print, print))
        .with(again(texts.another, After::Keep));
    let kept_here = is_kept.map(|_| {
        tag("section")
            .class("receipt-kept no-print")
            .with(tag("p").class("fine").with(lang.kept().receipt_kept))
            .with(again(lang.kept().put_away, After::PutAway))
    });
    tag("article")
        .class("page page-narrow receipt")
        .with(page_heading(texts.heading.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(earlier.then(|| notice(Tone::Warning, tag("p").with(texts.earlier))))
        .with(filed.sealed.then(|| notice(Tone::Info, tag("p").with(texts.sealed))))
        .with(ticket)
        .with(dates)
        .with(ways)
        .with(kept_here)
}

/// What there is to keep: both codes, and the link that holds both.
pub fn ticket(code: &str, secret: &str, own_link: &str) -> Tag {
    let texts = use_lang().receipt();
    let copied = RwSignal::new(None);
    let codes = [
        kept("receipt-code", [texts.code, texts.code_hint, texts.copy_code], code, copied),
        kept("receipt-secret", [texts.secret, texts.secret_hint, texts.copy_secret], secret, copied),
    ];
    let link = kept("receipt-link", [texts.own_link, texts.own_link_hint, texts.copy_link], own_link, copied);
    let said = move || copied.get().map(|worked| if worked { texts.copied } else { texts.not_copied });
    tag("div")
        .class("ticket")
        .with(codes)
        .with(tag("div").class("ticket-link").with(link).with(qr_picture(own_link, texts.qr)))
        .with(tag("p").class("copied").attr("role", "status").live(said))
}

/// Something to keep, with a button that copies it. The words are its label, its hint and the button's.
fn kept(id: &str, words: [&'static str; 3], value: &str, copied: RwSignal<Option<bool>>) -> Tag {
    let [label, hint, copy_label] = words;
    // Whoever stands nearby may hear the code, which shows what everyone may see, but nothing that opens the complaint.
    let aloud = (id != "receipt-code").then_some("no");
    let label_id = [id, "-label"].concat();
    let text = value.to_owned();
    let on_copy = move || {
        let text = text.clone();
        copied.set(None);
        spawn(async move {
            let worked = copy(&text).await;
            copied.set(Some(worked));
        });
    };
    let value = tag("p")
        .class("kept-value")
        .id(id)
        .attr("translate", "no")
        .attr_some("data-aloud", aloud)
        .with(value);
    tag("div")
        .class("kept")
        .attr("role", "group")
        .attr("aria-labelledby", &label_id)
        .with(tag("p").class("kept-label").id(&label_id).with(label))
        .with(value)
        .with(tag("p").class("kept-hint").with(hint))
        .with(tag("div").class("no-print").with(plain_button(Button::Quiet, copy_label, on_copy)))
}

/// The link that opens a complaint for its reporter.
pub fn own_link(code: &str, secret: &str) -> String {
    whole_address(&["/lacak/", code, "#", secret].concat())
}

/// Opens the browser's print view.
pub fn print() {
    // A browser that cannot print does nothing, and says so itself.
    let _ = window().print();
}
