use shared::api::ConsiderConsequenceTest;
use shared::information::consequence::{
    CONSIDERERS_MAX, ConsequenceAction, DeskConsequenceTest, NewConsideration,
};
use shared::text::{LABEL_MAX, MESSAGE_MAX};

use super::opened::{Opened, command};
use crate::platform::dom::{Tag, tag};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Field, button, date_field, plain_button, text_area};

/// Who considered a proposal, and what they found.
pub fn consider_form(opened: Opened, test: &DeskConsequenceTest) -> Tag {
    let lang = opened.lang;
    let texts = lang.excluding();
    let sending = Sending::idle();
    let today = use_meta().today;
    let (on, by, said) =
        (RwSignal::new(today.to_string()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let field = |id, name| Field::new(id, name).problem(sending.problem(id));
    let id = test.id;
    let send = move || {
        let new = NewConsideration {
            considered_on: on.get_untracked(),
            considered_by: by.with_untracked(|names| names.lines().map(str::to_owned).collect()),
            said: said.get_untracked(),
        };
        if let Err(problems) = new.check(today) {
            return sending.blame(problems, ".action-form");
        }
        let version = opened.version();
        let answer = command::<ConsiderConsequenceTest>(id, version, new);
        sending.run(answer, move |now| opened.shows(now, texts.now_considered), move || opened.moved());
    };
    let name = lang.consequence_action(ConsequenceAction::Consider);
    let names = field("considered_by", texts.considered_by).hint(texts.considered_by_hint);
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", name)
        .with(tag("h2").with(name))
        .with(date_field(field("considered_on", texts.considered_on), None, Some(today.to_string()), on))
        .with(text_area(names, CONSIDERERS_MAX * LABEL_MAX, by))
        .with(text_area(field("said", texts.said), MESSAGE_MAX, said))
        .with(sending.failed())
        .with(
            tag("div")
                .class("form-ways")
                .with(button(Button::Main, name, sending.busy, send))
                .with(plain_button(Button::Quiet, lang.desk().cancel, move || opened.closes())),
        )
}
