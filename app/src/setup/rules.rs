use shared::problem::{FieldProblem, Problem};
use shared::setup::{Escalation, Setup, SetupChange};

use super::sheet::{Keeping, Section};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, TextKind, button, text_field};

const HERE: Section = Section::Rules;

/// How many closed cases are checked, and when lateness is told to whom.
pub fn rules(keeping: Keeping, setup: &Setup) -> Part {
    [sample(keeping, setup.sample_percent), escalation(keeping, setup.escalation)].into()
}

fn sample(keeping: Keeping, percent: u8) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let typed = RwSignal::new(percent.to_string());
    let field = Field::new("sample-percent", texts.sample_percent)
        .hint(texts.sample_percent_hint)
        .problem(sending.problem("sample_percent"));
    let save = move || match typed.with_untracked(|typed| typed.trim().parse()) {
        Ok(percent) => keeping.send(HERE, sending, SetupChange::SamplePercent(percent)),
        Err(_) => {
            sending.blame(vec![FieldProblem::new("sample_percent", Problem::OutOfRange(100))], ".setup-form")
        }
    };
    let ways =
        tag("div").class("form-ways").with(button(Button::Main, lang.answers().save, sending.busy, save));
    super::sheet::setup_form(texts.sample_percent, text_field(field, TextKind::Number, typed), sending, ways)
}

fn escalation(keeping: Keeping, now: Escalation) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let [soon, officer, coordinator] =
        [now.soon, now.officer, now.coordinator].map(|days| RwSignal::new(days.to_string()));
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let fields = [
        text_field(line("tell-soon", texts.soon, "soon"), TextKind::Number, soon),
        text_field(line("tell-officer", texts.officer, "officer"), TextKind::Number, officer),
        text_field(line("tell-coordinator", texts.coordinator, "coordinator"), TextKind::Number, coordinator),
    ];
    let save = move || {
        let typed = [("soon", soon), ("officer", officer), ("coordinator", coordinator)];
        let read = typed.map(|(field, typed)| {
            let days: Result<u32, _> = typed.with_untracked(|typed| typed.trim().parse());
            days.map_err(|_| FieldProblem::new(field, Problem::OutOfRange(60)))
        });
        match read {
            [Ok(soon), Ok(officer), Ok(coordinator)] => {
                let wanted = Escalation { soon, officer, coordinator };
                keeping.send(HERE, sending, SetupChange::Escalation(wanted));
            }
            read => sending.blame(read.into_iter().filter_map(Result::err).collect(), ".setup-form"),
        }
    };
    let ways =
        tag("div").class("form-ways").with(button(Button::Main, lang.answers().save, sending.busy, save));
    let fields: Vec<Part> = fields.into_iter().map(Part::from).collect();
    super::sheet::setup_form(texts.rules, fields, sending, ways)
}
