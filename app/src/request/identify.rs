use std::rc::Rc;

use leptos::prelude::GetValue;
use shared::api::{APPLICANT_FILE_PATH, ReadApplicant};
use shared::lang::fill;
use shared::request::{ApplicantView, RequestAction, RequestReason};

use super::asked::facts;
use super::form::{PLACE, area, cancel, empty, frame};
use super::opened::Opened;
use crate::platform::device::ObjectUrl;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{Call, call, fetch_for};
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
            let asked = RequestReason { reason: reason.get_untracked() };
            let file = applicant.file.clone().map(|file| document(opened, file.name, asked));
            let parts: [Part; 3] = [shown(opened, applicant).into(), file.into(), hide.into()];
            return parts.into();
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

/// The document of identity: fetched when somebody asks for it, and then to be saved.
fn document(opened: Opened, name: String, asked: RequestReason) -> Tag {
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let here = RwSignal::new(None::<Rc<ObjectUrl>>);
    let fetch = move || {
        let (number, asked) = (opened.number.get_value(), asked.clone());
        let answer = async move {
            fetch_for(APPLICANT_FILE_PATH, Call { path: &[&number], ..Call::default() }, &asked).await
        };
        let done = move |blob| here.set(ObjectUrl::of(&blob).map(Rc::new));
        sending.run(answer, done, move || opened.moved());
    };
    let content = move || -> Part {
        match here.get() {
            Some(url) => tag("a")
                .class("button button-quiet")
                .attr("href", url.as_str())
                .attr("download", &name)
                .with(fill(texts.save_file, &[("name", &name)]))
                .into(),
            None => button(Button::Quiet, texts.fetch_file, sending.busy, fetch.clone()).into(),
        }
    };
    tag("div").class("form-ways").with(sending.failed()).live(content)
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
