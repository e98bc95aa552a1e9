//! Having a closed case checked, and checking it.

use shared::access::CaseAction;
use shared::api::{CheckCase, SampleCase};
use shared::complaint::desk::{CheckOutcome, NewCheck, NewSample};
use shared::problem::Problem;
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::words::Text;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Field, focus_on, select_field, text_area};

/// Asking somebody outside the agency.
pub fn sample(case: DeskCase) -> Tag {
    let texts = use_lang().desk();
    let command = DeskCommand::new(case);
    let chosen = case.now(|view| view.checker.as_ref().map(|person| person.name.clone())).flatten();
    let name = RwSignal::new(chosen.unwrap_or_default());
    let attempted = RwSignal::new(false);
    let said = command.problem("name");
    let problem = Signal::derive(move || {
        let is_missing = attempted.get() && name.with(String::is_empty);
        is_missing.then_some(Problem::Required).or_else(|| said.get())
    });
    let people = case.now(|view| view.checkers.clone()).unwrap_or_default();
    let nobody = people.is_empty().then(|| tag("p").with(texts.no_checkers));
    let people = people.into_iter().map(|person| (person.name, person.full_name)).collect();
    let field = Field::new("checker", texts.checker).hint(texts.checker_hint).problem(problem);
    let fields: [Part; 2] =
        [nobody.into(), select_field(field, texts.pick, Signal::stored(people), name).into()];
    action_form(case, CaseAction::Sample, command, fields, move || {
        attempted.set(true);
        if name.with_untracked(String::is_empty) {
            return focus_on("#checker");
        }
        let body = NewSample { name: name.get_untracked() };
        command.send::<SampleCase>(async move { Ok(body) });
    })
}

/// Telling what was found.
pub fn check(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let command = DeskCommand::new(case);
    let text = Text::new(command);
    let outcome = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let problem = Signal::derive(move || {
        (attempted.get() && outcome.with(String::is_empty)).then_some(Problem::Required)
    });
    let outcomes = CheckOutcome::ALL.iter();
    let outcomes = outcomes.map(|one| (one.to_string(), lang.check_outcome(*one).to_owned())).collect();
    let which = Field::new("outcome", texts.outcome).hint(texts.outcome_hint).problem(problem);
    let findings = Field::new("text", texts.findings).hint(texts.findings_hint).problem(text.problem());
    let fields: [Part; 2] = [
        select_field(which, texts.pick, Signal::stored(outcomes), outcome).into(),
        text_area(findings, MESSAGE_MAX, text.text).into(),
    ];
    action_form(case, CaseAction::Check, command, fields, move || {
        attempted.set(true);
        let Ok(outcome) = outcome.with_untracked(|outcome| outcome.parse()) else {
            return focus_on("#outcome");
        };
        let is_silent = text.text.with_untracked(|text| text.trim().is_empty());
        let text = if outcome == CheckOutcome::Confirmed && is_silent {
            None
        } else {
            let Some(text) = text.checked() else { return };
            Some(text)
        };
        command.send::<CheckCase>(async move { Ok(NewCheck { outcome, text }) });
    })
}
