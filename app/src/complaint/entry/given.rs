use shared::access::Role;
use shared::complaint::Filed;

use crate::complaint::deadlines::deadlines;
use crate::complaint::receipt::{own_link, print, ticket};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::session::use_session;
use crate::platform::ui::{Button, Tone, notice, page_heading, plain_button};

/// The receipt, to be printed or read out for whoever complained.
pub fn given(filed: &Filed, another: impl Fn() + 'static) -> Tag {
    let lang = use_lang();
    let (texts, words) = (lang.entering(), lang.receipt());
    let session = use_session();
    let received = [words.received_on, " ", &day_long(lang, filed.received_on)].concat();
    let reader = if filed.sealed { Role::Inspectorate } else { Role::Coordinator };
    let open = session.has(reader).then(|| {
        let address = ["/petugas/aduan/", &filed.code].concat();
        tag("a").class("button button-quiet").attr("href", address).with(texts.open)
    });
    let ways = tag("div")
        .class("form-ways no-print")
        .with(plain_button(Button::Main, words.print, print))
        .with(open)
        .with(plain_button(Button::Quiet, texts.another, another));
    tag("article")
        .class("page page-narrow receipt")
        .with(page_heading(texts.done.to_owned()))
        .with(tag("p").class("lead no-print").with(texts.done_lead))
        .with(filed.sealed.then(|| notice(Tone::Info, tag("p").with(texts.done_sealed))))
        .with(ticket(&filed.code, &filed.secret, &own_link(&filed.code, &filed.secret)))
        .with(
            tag("section")
                .with(tag("h2").with(words.deadlines))
                .with(tag("p").with(received))
                .with(deadlines(&filed.deadlines, filed.received_on)),
        )
        .with(ways)
}
