use shared::api::ExtendRequest;
use shared::request::{RequestAction, RequestReason};
use shared::text::MESSAGE_MAX;

use super::opened::Opened;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{
    Button, Field, TextKind, Tone, button, notice, plain_button, text_area, text_field,
};

/// Where the form that is open is on the page.
pub const PLACE: &str = ".action-form";

/// The frame of an action's form: its name, its fields, what did not work, and the ways on.
pub fn action_form(
    opened: Opened,
    action: RequestAction,
    sending: Sending,
    fields: impl Into<Part>,
    send: impl Fn() + 'static,
) -> Tag {
    let name = opened.lang.request_action(action);
    let look = match action {
        RequestAction::Refuse | RequestAction::Dismiss => Button::Danger,
        _ => Button::Main,
    };
    frame(opened, action, fields.into())
        .with(sending.failed())
        .with(tag("div").class("form-ways").with(button(look, name, sending.busy, send)).with(cancel(opened)))
}

/// The frame without its ways on. Where somebody else was faster it says whether the action is still possible.
pub fn frame(opened: Opened, action: RequestAction, fields: Part) -> Tag {
    let texts = opened.lang.requesting();
    let name = opened.lang.request_action(action);
    let possible = move || {
        let is_possible =
            opened.load.value.with(|view| view.as_ref().is_none_or(|view| view.actions.contains(&action)));
        (!is_possible).then(|| notice(Tone::Warning, tag("p").with(texts.not_possible)))
    };
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", name)
        .with(tag("h3").with(name))
        .live(possible)
        .with(fields)
}

/// Gives the form up.
pub fn cancel(opened: Opened) -> Tag {
    plain_button(Button::Quiet, opened.lang.desk().cancel, move || opened.closes())
}

/// A line of a form, under the name that the server calls it by.
pub fn line(sending: Sending, field: Field, value: RwSignal<String>) -> Part {
    text_field(field.problem(sending.problem(field.id)), TextKind::Line, value).into()
}

/// The same for several lines.
pub fn area(sending: Sending, field: Field, value: RwSignal<String>) -> Part {
    text_area(field.problem(sending.problem(field.id)), MESSAGE_MAX, value).into()
}

/// What something costs; nothing where it is free.
pub fn cost_line(opened: Opened, sending: Sending, value: RwSignal<String>) -> Part {
    let texts = opened.lang.requesting();
    let field = Field::new("cost", texts.cost).hint(texts.cost_hint).optional();
    text_field(field.problem(sending.problem("cost")), TextKind::Number, value).into()
}

/// Nothing typed yet.
pub fn empty() -> RwSignal<String> {
    RwSignal::new(String::new())
}

/// What every letter has: its number and who signs it.
#[derive(Clone, Copy)]
pub struct Letter {
    /// Its number.
    pub number: RwSignal<String>,
    /// Who signs it.
    pub official: RwSignal<String>,
}

impl Letter {
    /// Nothing typed yet.
    pub fn empty() -> Self {
        Self { number: empty(), official: empty() }
    }

    /// Its fields.
    pub fn fields(self, opened: Opened, sending: Sending) -> Part {
        let texts = opened.lang.requesting();
        let parts: [Part; 2] = [
            line(sending, Field::new("letter_number", texts.letter_number), self.number),
            line(sending, Field::new("official", texts.official).hint(texts.official_hint), self.official),
        ];
        parts.into()
    }
}

/// Takes more time, once.
pub fn extend(opened: Opened) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let reason = empty();
    let field = Field::new("reason", texts.reason).hint(texts.extend_hint);
    let send = move || {
        let body = RequestReason { reason: reason.get_untracked() };
        match body.check() {
            Err(problems) => sending.blame(problems, PLACE),
            Ok(_) => opened.order::<ExtendRequest>(sending, body, texts.now_extended),
        }
    };
    action_form(opened, RequestAction::Extend, sending, area(sending, field, reason), send)
}
