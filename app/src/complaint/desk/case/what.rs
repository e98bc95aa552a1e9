//! Actions that say what a case is, and whose.

use shared::access::CaseAction;
use shared::api::{AssignCase, DisposeCase, EditCase, Endpoint, VerifyCase};
use shared::complaint::Class;
use shared::complaint::desk::{CaseView, NewAssignment, NewDisposition, NewVerification, Suggestion};
use shared::lang::{Lang, fill};
use shared::problem::Problem;
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::settings::{agency_name, sector_name, use_meta};
use crate::platform::ui::{Button, Field, focus_on, plain_button, select_field, text_area};

/// Verifying, with a look at what it is.
pub fn verify(case: DeskCase) -> Tag {
    what::<VerifyCase>(case, CaseAction::Verify)
}

/// Correcting what it is.
pub fn edit(case: DeskCase) -> Tag {
    what::<EditCase>(case, CaseAction::Edit)
}

fn what<E>(case: DeskCase, action: CaseAction) -> Tag
where
    E: Endpoint<Request = NewVerification, Response = CaseView> + 'static,
{
    let lang = use_lang();
    let texts = lang.desk();
    let meta = use_meta();
    let command = DeskCommand::new(case);
    let class = RwSignal::new(case.now(|view| view.class.to_string()).unwrap_or_default());
    let sector = RwSignal::new(case.now(|view| view.sector.clone()).flatten().unwrap_or_default());
    let region = RwSignal::new(String::new());
    let classes = Class::ALL.iter().map(|class| (class.to_string(), lang.class(*class).to_owned())).collect();
    let sectors = meta.sectors.iter().map(|one| (one.key.clone(), sector_name(lang, &one.key))).collect();
    let regions = meta.regencies.iter().map(|region| (region.code.clone(), region.name.clone())).collect();
    let fields: [Part; 3] = [
        select_field(Field::new("class", texts.class), texts.keep, Signal::stored(classes), class).into(),
        select_field(
            Field::new("sector-of-case", texts.sector).problem(command.problem("sector")),
            texts.keep,
            Signal::stored(sectors),
            sector,
        )
        .into(),
        select_field(
            Field::new("region", texts.region).problem(command.problem("region")),
            texts.keep,
            Signal::stored(regions),
            region,
        )
        .into(),
    ];
    action_form(case, action, command, fields, move || {
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let body = NewVerification {
            class: class.with_untracked(|class| class.parse().ok()),
            sector: given(sector.get_untracked()),
            region: given(region.get_untracked()),
        };
        command.send::<E>(async move { Ok(body) });
    })
}

/// Forwarding it, with the likeliest agencies one press away.
pub fn dispose(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let meta = use_meta();
    let command = DeskCommand::new(case);
    let suggestions = case.now(|view| view.suggestions.clone()).unwrap_or_default();
    let first = suggestions.first().filter(|first| first.words.is_empty()).map(|first| first.agency.clone());
    let agency = RwSignal::new(first.unwrap_or_default());
    let note = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let said = command.problem("agency");
    let problem = Signal::derive(move || {
        let is_missing = attempted.get() && agency.with(String::is_empty);
        is_missing.then_some(Problem::AgencyRequired).or_else(|| said.get())
    });
    let agencies =
        meta.agencies.iter().filter(|agency| agency.key != meta.instance.inspectorate && !agency.retired);
    let agencies = agencies.map(|one| (one.key.clone(), agency_name(lang, &one.key))).collect();
    let hints: Vec<_> = suggestions.into_iter().map(|one| suggestion(lang, one, agency)).collect();
    let hints = (!hints.is_empty()).then(|| {
        tag("div").class("suggestions").with(tag("p").class("label").with(texts.suggestions)).with(hints)
    });
    let fields: [Part; 3] = [
        hints.into(),
        select_field(
            Field::new("agency-of-case", texts.agency).problem(problem),
            texts.pick,
            Signal::stored(agencies),
            agency,
        )
        .into(),
        text_area(
            Field::new("text", texts.note)
                .hint(texts.reason_office)
                .optional()
                .problem(command.problem("text")),
            MESSAGE_MAX,
            note,
        )
        .into(),
    ];
    action_form(case, CaseAction::Dispose, command, fields, move || {
        attempted.set(true);
        if agency.with_untracked(String::is_empty) {
            return focus_on("#agency-of-case");
        }
        let text = Some(note.get_untracked()).filter(|text| !text.trim().is_empty());
        let body = NewDisposition { agency: agency.get_untracked(), text };
        command.send::<DisposeCase>(async move { Ok(body) });
    })
}

fn suggestion(lang: Lang, one: Suggestion, agency: RwSignal<String>) -> Tag {
    let texts = lang.desk();
    let name = agency_name(lang, &one.agency);
    let words = one.words.join(", ");
    let text = if one.words.is_empty() { texts.suggested_sector } else { texts.suggested_words };
    let why = fill(text, &[("agency", &name), ("words", &words)]);
    let key = one.agency.clone();
    plain_button(Button::Quiet, "", move || agency.set(key.clone()))
        .live_attr("aria-pressed", move || Some(agency.with(|chosen| *chosen == one.agency).to_string()))
        .with(why)
}

/// Giving it to somebody of the office.
pub fn assign(case: DeskCase) -> Tag {
    let texts = use_lang().desk();
    let command = DeskCommand::new(case);
    let name = RwSignal::new(
        case.now(|view| view.assigned.as_ref().map(|person| person.name.clone()))
            .flatten()
            .unwrap_or_default(),
    );
    let people = case.now(|view| view.colleagues.clone()).unwrap_or_default();
    let people = people.into_iter().map(|person| (person.name, person.full_name)).collect();
    let field = Field::new("assigned", texts.assigned).problem(command.problem("name"));
    let field = select_field(field, texts.nobody, Signal::stored(people), name);
    action_form(case, CaseAction::Assign, command, field, move || {
        let name = Some(name.get_untracked()).filter(|name| !name.is_empty());
        command.send::<AssignCase>(async move { Ok(NewAssignment { name }) });
    })
}
