//! Who complained, read for a reason.

use leptos::prelude::*;
use shared::access::CaseAction;
use shared::api::ReadIdentity;
use shared::complaint::desk::{IdentityView, NewReason};
use shared::problem::FieldProblem;
use shared::text::{MESSAGE_MAX, Message};

use super::desk_case::DeskCase;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, button, focus_on, plain_button, text_area};

/// Asks why, and shows it until the form is closed. It is kept nowhere in the page.
pub fn identify(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.protection();
    let sending = Sending::idle();
    let found = RwSignal::new(None::<IdentityView>);
    let text = RwSignal::new(String::new());
    let field = Field::new("text", texts.why).hint(texts.why_hint).problem(sending.problem("text"));
    let read = move || {
        if let Err(problem) = text.with_untracked(|text| Message::parse(text)) {
            return sending.blame(vec![FieldProblem::new("text", problem)], ".action-form");
        }
        let reason = NewReason { text: text.get_untracked() };
        let code = case.code.get_value();
        let answer =
            async move { call::<ReadIdentity>(Call { path: &[&code], ..Call::default() }, &reason).await };
        let done = move |identity| {
            found.set(Some(identity));
            case.view.again();
            focus_on("#identity");
        };
        sending.run(answer, done, move || case.view.again());
    };
    let content = move || -> Part {
        if let Some(identity) = found.get() {
            return shown(identity).into();
        }
        let parts: [Part; 2] = [
            text_area(field, MESSAGE_MAX, text).into(),
            button(Button::Main, lang.case_action(CaseAction::Identify), sending.busy, read).into(),
        ];
        parts.into()
    };
    tag("div")
        .class("form action-form")
        .attr("role", "group")
        .attr("aria-label", lang.case_action(CaseAction::Identify))
        .with(tag("h3").with(lang.case_action(CaseAction::Identify)))
        .live(content)
        .with(sending.failed())
        .with(plain_button(Button::Quiet, lang.desk().cancel, move || case.open.set(None)))
}

fn shown(identity: IdentityView) -> Tag {
    let lang = use_lang();
    let filing = lang.filing();
    let rows = [(filing.name, identity.name), (filing.phone, identity.phone), (filing.email, identity.email)];
    let rows = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let rows: Vec<_> = rows
        .map(|(name, value)| {
            tag("div")
                .class("fact")
                .with(tag("dt").with(name))
                .with(tag("dd").attr("translate", "no").with(value))
        })
        .collect();
    tag("div")
        .with(tag("h4").id("identity").attr("tabindex", "-1").with(lang.protection().identity))
        .with(tag("dl").class("facts").with(rows))
}
