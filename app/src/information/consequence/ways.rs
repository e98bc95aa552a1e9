use shared::information::consequence::{ConsequenceAction, DeskConsequenceTest};

use super::opened::Opened;
use crate::platform::dom::{Tag, tag};
use crate::platform::ui::{Button, plain_button};

/// What may be done with a test now. Each opens its form.
pub fn ways(opened: Opened, test: &DeskConsequenceTest) -> Tag {
    let way = |action: &ConsequenceAction| {
        let action = *action;
        let (field, is_main) = match action {
            ConsequenceAction::Write => ("#public_title", false),
            ConsequenceAction::Consider => ("#considered_on", test.consideration.is_none()),
            ConsequenceAction::Decide => ("#number", true),
            ConsequenceAction::SendBack | ConsequenceAction::Withdraw => ("#reason", false),
        };
        let look = if is_main { Button::Main } else { Button::Quiet };
        plain_button(look, opened.lang.consequence_action(action), move || opened.opens(action, field))
    };
    // What leads on stands first.
    let mut actions = test.actions.clone();
    actions.sort_by_key(|action| match action {
        ConsequenceAction::Decide => 0,
        ConsequenceAction::Consider => 1,
        _ => 2,
    });
    let buttons: Vec<_> = actions.iter().map(way).collect();
    tag("div")
        .class("form information-ways")
        .id("ways")
        .attr("tabindex", "-1")
        .with(tag("div").class("form-ways").with(buttons))
}
