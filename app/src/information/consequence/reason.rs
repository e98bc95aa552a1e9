use shared::api::{SendBackConsequenceTest, WithdrawConsequenceTest};
use shared::information::InformationReason;
use shared::information::consequence::{ConsequenceAction, DeskConsequenceTest};
use shared::problem::FieldProblem;
use shared::text::{MESSAGE_MAX, Message};

use super::opened::{Opened, command};
use crate::platform::dom::{Tag, tag};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, button, plain_button, text_area};

/// Why a proposal goes back or is taken back.
pub fn reason_form(opened: Opened, action: ConsequenceAction, test: &DeskConsequenceTest) -> Tag {
    let lang = opened.lang;
    let texts = lang.excluding();
    let sending = Sending::idle();
    let text = RwSignal::new(String::new());
    let is_withdrawing = action == ConsequenceAction::Withdraw;
    let (look, hint) = match is_withdrawing {
        true => (Button::Danger, texts.withdraw_hint),
        false => (Button::Main, texts.send_back_hint),
    };
    let field = Field::new("reason", texts.reason).hint(hint).problem(sending.problem("text"));
    let id = test.id;
    let send = move || {
        let text = text.get_untracked();
        if let Err(problem) = Message::parse(&text) {
            return sending.blame(vec![FieldProblem::new("text", problem)], ".action-form");
        }
        let version = opened.version();
        let reason = InformationReason { text };
        let answer = async move {
            match is_withdrawing {
                true => command::<WithdrawConsequenceTest>(id, version, reason).await,
                false => command::<SendBackConsequenceTest>(id, version, reason).await,
            }
        };
        let words = if is_withdrawing { texts.now_withdrawn } else { texts.now_sent_back };
        sending.run(answer, move |now| opened.shows(now, words), move || opened.moved());
    };
    let name = lang.consequence_action(action);
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", name)
        .with(tag("h2").with(name))
        .with(text_area(field, MESSAGE_MAX, text))
        .with(sending.failed())
        .with(tag("div").class("form-ways").with(button(look, name, sending.busy, send)).with(plain_button(
            Button::Quiet,
            lang.desk().cancel,
            move || opened.closes(),
        )))
}
