use shared::complaint::Originals;
use shared::problem::{FieldProblem, Problem};
use shared::protection::{RequestRetention, Retention};
use shared::setup::{Escalation, Setup, SetupChange};

use super::sheet::{Keeping, Section};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Choice, Field, TextKind, button, choices, text_field};

const HERE: Section = Section::Rules;

/// How many closed cases are checked, and when lateness is told to whom.
pub fn rules(keeping: Keeping, setup: &Setup) -> Part {
    let parts: [Part; 5] = [
        sample(keeping, setup.sample_percent).into(),
        escalation(keeping, setup.escalation).into(),
        retention(keeping, setup.retention).into(),
        request_retention(keeping, setup.request_retention).into(),
        originals(keeping, setup.originals).into(),
    ];
    parts.into()
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

/// What becomes of photos of which parts were covered.
fn originals(keeping: Keeping, now: Originals) -> Tag {
    let lang = use_lang();
    let texts = lang.photos();
    let sending = Sending::idle();
    let chosen = RwSignal::new(now.as_str().to_owned());
    let option = |originals: Originals, label: &str| Choice {
        value: originals.as_str().to_owned(),
        label: label.to_owned(),
        hint: Some(lang.originals(originals)),
    };
    let options =
        vec![option(Originals::Sealed, texts.set_sealed), option(Originals::Deleted, texts.set_deleted)];
    let save = move || {
        if let Ok(wanted) = chosen.with_untracked(|chosen| chosen.parse()) {
            keeping.send(HERE, sending, SetupChange::Originals(wanted));
        }
    };
    let ways =
        tag("div").class("form-ways").with(button(Button::Main, lang.answers().save, sending.busy, save));
    let field = Field::new("originals", texts.setting).problem(sending.problem("originals"));
    super::sheet::setup_form(texts.setting, choices(field, options, chosen), sending, ways)
}

/// How long what is kept of a case that has ended.
fn retention(keeping: Keeping, now: Retention) -> Tag {
    let lang = use_lang();
    let texts = lang.protection();
    let sending = Sending::idle();
    let [identity, files, words] = [now.identity_months, now.files_months, now.words_months]
        .map(|months| RwSignal::new(months.to_string()));
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let fields = [
        text_field(
            line("keep-identity", texts.identity_months, "identity_months"),
            TextKind::Number,
            identity,
        ),
        text_field(line("keep-files", texts.files_months, "files_months"), TextKind::Number, files),
        text_field(line("keep-words", texts.words_months, "words_months"), TextKind::Number, words),
    ];
    let save = move || {
        let typed = [("identity_months", identity), ("files_months", files), ("words_months", words)];
        match typed.map(|(field, typed)| number(field, typed, 600)) {
            [Ok(identity_months), Ok(files_months), Ok(words_months)] => {
                let wanted = Retention { identity_months, files_months, words_months };
                keeping.send(HERE, sending, SetupChange::Retention(wanted));
            }
            read => sending.blame(read.into_iter().filter_map(Result::err).collect(), ".setup-form"),
        }
    };
    let ways =
        tag("div").class("form-ways").with(button(Button::Main, lang.answers().save, sending.busy, save));
    let fields: Vec<Part> = fields.into_iter().map(Part::from).collect();
    super::sheet::setup_form(texts.retention, fields, sending, ways)
}

/// How long what is kept of a request for information that has ended.
fn request_retention(keeping: Keeping, now: RequestRetention) -> Tag {
    let lang = use_lang();
    let texts = lang.protection();
    let sending = Sending::idle();
    let [applicant, words] =
        [now.applicant_months, now.words_months].map(|months| RwSignal::new(months.to_string()));
    let line = |id, name, field| {
        Field::new(id, name).hint(texts.request_months_hint).problem(sending.problem(field))
    };
    let fields = [
        text_field(
            line("keep-applicant", texts.applicant_months, "applicant_months"),
            TextKind::Number,
            applicant,
        ),
        text_field(
            line("keep-request-words", texts.request_words_months, "words_months"),
            TextKind::Number,
            words,
        ),
    ];
    let save = move || {
        let typed = [("applicant_months", applicant), ("words_months", words)];
        match typed.map(|(field, typed)| number(field, typed, 600)) {
            [Ok(applicant_months), Ok(words_months)] => {
                let wanted = RequestRetention { applicant_months, words_months };
                keeping.send(HERE, sending, SetupChange::RequestRetention(wanted));
            }
            read => sending.blame(read.into_iter().filter_map(Result::err).collect(), ".setup-form"),
        }
    };
    let ways =
        tag("div").class("form-ways").with(button(Button::Main, lang.answers().save, sending.busy, save));
    let fields: Vec<Part> = fields.into_iter().map(Part::from).collect();
    super::sheet::setup_form(texts.request_retention, fields, sending, ways)
}

fn number(field: &'static str, typed: RwSignal<String>, most: u32) -> Result<u32, FieldProblem> {
    let read = typed.with_untracked(|typed| typed.trim().parse());
    read.map_err(|_| FieldProblem::new(field, Problem::OutOfRange(most)))
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
        let read = typed.map(|(field, typed)| number(field, typed, 60));
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
