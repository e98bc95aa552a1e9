use shared::api::Withdraw;
use shared::complaint::NewWithdrawal;
use shared::text::MESSAGE_MAX;

use super::case::Case;
use super::command::Command;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Button, Field, button, focus_on, plain_button, text_area};

/// Takes the complaint back, after saying what that means.
pub fn withdraw(case: Case) -> Part {
    let texts = use_lang().tracking();
    let is_asking = RwSignal::new(false);
    let ask = move || {
        is_asking.set(true);
        focus_on("#withdrawal");
    };
    Part::live(move || match is_asking.get() {
        true => confirm(case, is_asking),
        false => {
            let button = plain_button(Button::Quiet, texts.withdraw, ask).id("withdraw");
            tag("p").class("no-print").with(button)
        }
    })
}

fn confirm(case: Case, is_asking: RwSignal<bool>) -> Tag {
    let lang = use_lang();
    let texts = lang.tracking();
    let reason = RwSignal::new(String::new());
    let command = Command::new();
    let field = Field::new("withdrawal-reason", texts.withdraw_reason)
        .optional()
        .problem(Signal::derive(move || command.problem("reason")));
    let send = move || {
        let given = reason.with_untracked(|reason| reason.trim().to_owned());
        let body = NewWithdrawal { reason: (!given.is_empty()).then_some(given) };
        command.run(case, case.post::<Withdraw>(body), || focus_on("h1"));
    };
    let keep = move || {
        is_asking.set(false);
        focus_on("#withdraw");
    };
    let ways = tag("div")
        .class("form-ways")
        .with(button(Button::Danger, texts.send_withdraw, command.busy, send))
        .with(plain_button(Button::Quiet, texts.keep, keep));
    let form = tag("div")
        .class("form")
        .with(text_area(field, MESSAGE_MAX, reason))
        .with(command.failed(lang))
        .with(ways);
    tag("section")
        .class("panel panel-danger no-print")
        .id("withdrawal")
        .attr("tabindex", "-1")
        .attr("aria-label", texts.withdraw)
        .with(tag("h2").with(texts.withdraw))
        .with(tag("p").with(texts.withdraw_lead))
        .with(form)
}
