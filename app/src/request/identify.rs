use leptos::prelude::GetValue;
use shared::api::ReadApplicant;
use shared::request::{ApplicantView, RequestAction, RequestReason};

use super::asked::facts;
use super::form::{PLACE, area, cancel, empty, frame};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, button, focus_on, plain_button};

/// Asks why, and shows who asks until the form is closed. It is kept nowhere in the page.
pub fn identify(opened: Opened) -> Tag {
    let lang = opened.lang;
    let texts = lang.protection();
    let action = RequestAction::Identify;
    let sending = Sending::idle();
    let found = RwSignal::new(None::<ApplicantView>);
    let reason = empty();
    let field = Field::new("reason", texts.why).hint(texts.why_hint);
    let read = move || {
        let body = RequestReason { reason: reason.get_untracked() };
        if let Err(problems) = body.check() {
            return sending.blame(problems, PLACE);
        }
        let number = opened.number.get_value();
        let answer =
            async move { call::<ReadApplicant>(Call { path: &[&number], ..Call::default() }, &body).await };
        let done = move |applicant| {
            found.set(Some(applicant));
            focus_on("#applicant");
        };
        sending.run(answer, done, move || opened.moved());
    };
    let content = move || -> Part {
        if let Some(applicant) = found.get() {
            let hide = plain_button(Button::Quiet, lang.requesting().hide, move || opened.closes());
            return [shown(opened, applicant), hide].into();
        }
        let name = lang.request_action(action);
        let ways = tag("div")
            .class("form-ways")
            .with(button(Button::Main, name, sending.busy, read))
            .with(cancel(opened));
        let parts: [Part; 3] = [area(sending, field, reason), sending.failed(), ways.into()];
        parts.into()
    };
    frame(opened, action, Part::live(content))
}

fn shown(opened: Opened, applicant: ApplicantView) -> Tag {
    let lang = opened.lang;
    let texts = lang.request();
    let rows = [
        (texts.kind, Some(lang.applicant_kind(applicant.kind).to_owned())),
        (texts.name, Some(applicant.name)),
        (lang.requesting().document, applicant.document),
        (texts.address, Some(applicant.address)),
        (texts.phone, applicant.phone),
        (texts.email, applicant.email),
    ];
    tag("div")
        .attr("translate", "no")
        .with(tag("h4").id("applicant").attr("tabindex", "-1").with(lang.requesting().who))
        .with(facts(rows))
}
