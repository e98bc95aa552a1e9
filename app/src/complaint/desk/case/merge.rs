//! Joining a case to another one about the same thing.

use shared::access::CaseAction;
use shared::api::MergeCase;
use shared::complaint::TrackingCode;
use shared::complaint::desk::{NewMerging, Similar};
use shared::lang::fill;
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::words::Text;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Button, Field, TextKind, focus_on, plain_button, text_area, text_field};

/// Which one goes on, the likeliest one press away, and a reason that the reporter reads.
pub fn merge(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let command = DeskCommand::new(case);
    let text = Text::new(command);
    let into = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let said = command.problem("into");
    let problem = Signal::derive(move || {
        let own = into.with(|into| TrackingCode::parse(into).err());
        attempted.get().then_some(own).flatten().or_else(|| said.get())
    });
    let similar = case.now(|view| view.similar.clone()).unwrap_or_default();
    let ways: Vec<_> = similar.iter().map(|one| choice(one, into)).collect();
    let code = Field::new("into", texts.into).hint(texts.into_hint).problem(problem);
    let reason = Field::new("text", texts.reason).hint(texts.reason_reporter).problem(text.problem());
    let fields: [Part; 3] = [
        (!ways.is_empty()).then(|| tag("div").class("suggestions").with(ways)).into(),
        text_field(code, TextKind::Code, into).into(),
        text_area(reason, MESSAGE_MAX, text.text).into(),
    ];
    action_form(case, CaseAction::Merge, command, fields, move || {
        attempted.set(true);
        if into.with_untracked(|into| TrackingCode::parse(into).is_err()) {
            return focus_on("#into");
        }
        let Some(text) = text.checked() else { return };
        let body = NewMerging { into: into.get_untracked(), text };
        command.send::<MergeCase>(async move { Ok(body) });
    })
}

fn choice(one: &Similar, into: RwSignal<String>) -> Tag {
    let (code, same) = (one.code.clone(), one.code.clone());
    plain_button(Button::Quiet, "", move || into.set(code.clone()))
        .live_attr("aria-pressed", move || Some(into.with(|chosen| *chosen == same).to_string()))
        .with([&*one.code, " · ", &*one.title].concat())
}

/// What may be about the same thing, with why, to be looked at before anything is decided.
pub fn similar(case: DeskCase) -> Part {
    let lang = use_lang();
    let texts = lang.desk();
    let similar = case.of(|view| view.similar.clone());
    Part::live(move || {
        let similar = similar.get();
        let line = |one: &Similar| {
            let day = day_long(lang, one.received_on);
            let words = one.words.join(", ");
            let why = [("day", &*day), ("stage", lang.stage(one.stage)), ("words", &*words)];
            let address = ["/petugas/aduan/", &one.code].concat();
            tag("li")
                .with(tag("a").attr("href", address).with([&*one.code, " · ", &*one.title].concat()))
                .with(tag("p").class("fine").with(fill(texts.similar_words, &why)))
        };
        let lines: Vec<_> = similar.iter().map(line).collect();
        (!lines.is_empty()).then(|| {
            tag("section")
                .class("panel no-print")
                .with(tag("h2").with(texts.similar))
                .with(tag("ul").class("similar").with(lines))
        })
    })
}
