use leptos::prelude::window;
use shared::lang::fill;
use shared::request::RequestReceipt;

use super::address;
use crate::platform::device::whole_address;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::ui::{Button, page_heading, plain_button};

/// The receipt, to be printed or read out for whoever asks. It holds the secret, this one time.
pub fn given(receipt: &RequestReceipt, another: impl Fn() + 'static) -> Tag {
    let lang = use_lang();
    let (texts, words) = (lang.requesting(), lang.request());
    let received = [words.received_on, " ", &day_long(lang, receipt.received_on)].concat();
    let days = receipt.deadlines.iter().map(|one| {
        let due = [words.due_on, " ", &day_long(lang, one.due_on)].concat();
        tag("li")
            .class("deadline")
            .with(tag("span").class("deadline-step").with(lang.request_step(one.step)))
            .with(" ")
            .with(tag("span").class("deadline-when").with(due))
    });
    let print = plain_button(Button::Main, texts.print, || {
        // A browser that cannot print does nothing.
        let _ = window().print();
    });
    let open = tag("a")
        .class("button button-quiet")
        .attr("href", address::of_request(&receipt.number))
        .with(texts.enter_open);
    let days: Vec<_> = days.collect();
    tag("article")
        .class("page page-narrow receipt")
        .with(page_heading(words.registered.to_owned()))
        .with(tag("p").class("lead no-print").with(texts.enter_done))
        .with(
            tag("div")
                .class("ticket")
                .with(kept("receipt-number", words.number, &receipt.number))
                .with(kept("receipt-secret", words.secret, &receipt.secret)),
        )
        .with(
            tag("section")
                .with(tag("h2").with(words.deadlines))
                .with(tag("p").with(received))
                .with(tag("ul").class("deadlines").with(days)),
        )
        .with(tag("p").with(fill(texts.enter_follow, &[("address", &whole_address("/permohonan"))])))
        .with(tag("div").class("form-ways no-print").with(print).with(open).with(plain_button(
            Button::Quiet,
            texts.enter_another,
            another,
        )))
}

fn kept(id: &str, label: &'static str, value: &str) -> Tag {
    let label_id = [id, "-label"].concat();
    tag("div")
        .class("kept")
        .attr("role", "group")
        .attr("aria-labelledby", &label_id)
        .with(tag("p").class("kept-label").id(&label_id).with(label))
        .with(tag("p").class("kept-value").id(id).attr("translate", "no").with(value))
}
