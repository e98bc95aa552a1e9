use shared::access::CaseAction;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Button, button, plain_button};

/// The frame of an action's form: its name, its fields, what did not work, and the ways on.
pub fn action_form(
    case: DeskCase,
    action: CaseAction,
    command: DeskCommand,
    fields: impl Into<Part>,
    send: impl Fn() + 'static,
) -> Tag {
    let lang = use_lang();
    let look = match action {
        CaseAction::Seal | CaseAction::Archive | CaseAction::Merge => Button::Danger,
        _ => Button::Main,
    };
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", lang.case_action(action))
        .with(tag("h3").with(lang.case_action(action)))
        .with(fields)
        .with(command.failed(lang))
        .with(
            tag("div")
                .class("form-ways")
                .with(button(look, lang.case_action(action), command.busy, send))
                .with(plain_button(Button::Quiet, lang.desk().cancel, move || case.open.set(None))),
        )
}
