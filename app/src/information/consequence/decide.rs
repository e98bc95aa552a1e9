use shared::api::DecideConsequenceTest;
use shared::information::consequence::{
    ConsequenceAction, ConsequenceOutcome, DeskConsequenceTest, NewConsequenceDecision,
};
use shared::lang::Lang;

use super::opened::{Opened, command};
use crate::platform::dom::{Tag, tag};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Choice, Field, TextKind, button, choices, date_field, plain_button, text_field,
};

/// What the PPID fixes: its number, its day, whether it is excluded, and until when.
pub fn decide_form(opened: Opened, test: &DeskConsequenceTest) -> Tag {
    let lang = opened.lang;
    let texts = lang.excluding();
    let sending = Sending::idle();
    let today = use_meta().today;
    let number = RwSignal::new(String::new());
    let decided_on = RwSignal::new(today.to_string());
    let outcome = RwSignal::new(String::new());
    // As proposed, where that is still to come.
    let proposed = Some(test.test.until).filter(|until| *until > today);
    let until = RwSignal::new(proposed.map(|day| day.to_string()).unwrap_or_default());
    let field = |id, name| Field::new(id, name).problem(sending.problem(id));
    let considered_on = test.consideration.as_ref().map(|considered| considered.considered_on);
    let id = test.id;
    let send = move || {
        let new = NewConsequenceDecision {
            number: number.get_untracked(),
            decided_on: decided_on.get_untracked(),
            outcome: outcome.with_untracked(|word| word.parse().ok()),
            until: Some(until.get_untracked()).filter(|day| !day.is_empty()),
        };
        if let Err(problems) = new.check(today, considered_on) {
            return sending.blame(problems, ".action-form");
        }
        let version = opened.version();
        let answer = command::<DecideConsequenceTest>(id, version, new);
        sending.run(answer, move |now| opened.shows(now, texts.now_decided), move || opened.moved());
    };
    let is_excluded = memo(move || outcome.with(|word| word == ConsequenceOutcome::Excluded.as_str()));
    let term_field = field("until", texts.until);
    let term = move || {
        let first = today.plus(1).to_string();
        is_excluded.get().then(|| date_field(term_field, Some(first), None, until))
    };
    let name = lang.consequence_action(ConsequenceAction::Decide);
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", name)
        .with(tag("h2").with(name))
        .with(text_field(field("number", texts.number), TextKind::Line, number))
        .with(date_field(
            field("decided_on", texts.decided_on),
            considered_on.map(|day| day.to_string()),
            Some(today.to_string()),
            decided_on,
        ))
        .with(choices(field("outcome", texts.outcome), outcomes(lang), outcome))
        .with(tag("div").live(term))
        .with(sending.failed())
        .with(
            tag("div")
                .class("form-ways")
                .with(button(Button::Main, name, sending.busy, send))
                .with(plain_button(Button::Quiet, lang.desk().cancel, move || opened.closes())),
        )
}

fn outcomes(lang: Lang) -> Vec<Choice> {
    let texts = lang.excluding();
    let choice = |outcome: &ConsequenceOutcome| Choice {
        value: outcome.as_str().to_owned(),
        label: lang.consequence_outcome(*outcome).to_owned(),
        hint: Some(match outcome {
            ConsequenceOutcome::Excluded => texts.excluded_hint,
            ConsequenceOutcome::Open => texts.open_hint,
        }),
    };
    ConsequenceOutcome::ALL.iter().map(choice).collect()
}
