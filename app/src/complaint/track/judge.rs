use leptos::prelude::*;
use shared::api::{AcceptAnswer, Endpoint, RefuseAnswer};
use shared::complaint::{ComplaintView, NewRefusal, Rating};
use shared::text::{MESSAGE_MAX, Message};

use super::case::Case;
use super::command::Command;
use crate::platform::lang::{day_long, use_lang};
use crate::platform::net::{Call, Failure, call};
use crate::platform::ui::{Button, Choice, Field, button, choices, focus_on, text_area};

const STARS: u8 = 5;

/// Whether an answer settles the complaint: two ways, of which one is chosen before anything is asked.
pub fn judge(case: Case) -> AnyView {
    let lang = use_lang();
    let texts = lang.tracking();
    let verdict = RwSignal::new(String::new());
    let until = move || {
        case.view.value.with(|view| {
            let until = view.as_ref().and_then(|view| view.own.as_ref()).and_then(|own| own.reply_until);
            until.map(|until| view! { <p class="hint">{lang.reply_until(&day_long(lang, until))}</p> })
        })
    };
    let options = vec![
        Choice { value: "accept".to_owned(), label: texts.accept.to_owned(), hint: Some(texts.accept_hint) },
        Choice { value: "refuse".to_owned(), label: texts.refuse.to_owned(), hint: Some(texts.refuse_hint) },
    ];
    let next = move || {
        verdict.with(|verdict| match verdict.as_str() {
            "accept" => accept(case),
            "refuse" => refuse(case),
            _ => ().into_any(),
        })
    };
    view! {
        <section class="panel panel-asks no-print">
            <div class="form">
                {choices(Field::new("verdict", texts.judge), options, verdict)} {until} {next}
            </div>
        </section>
    }
    .into_any()
}

fn accept(case: Case) -> AnyView {
    let lang = use_lang();
    let texts = lang.tracking();
    let stars = RwSignal::new(String::new());
    let words = RwSignal::new(String::new());
    let command = Command::new();
    let options =
        (1..=STARS).map(|count| Choice { value: count.to_string(), label: lang.stars(count), hint: None });
    let field =
        Field::new("words", texts.words).optional().problem(Signal::derive(move || command.problem("words")));
    let send = move || {
        let given = words.with_untracked(|words| words.trim().to_owned());
        let body = Rating {
            stars: stars.with_untracked(|stars| stars.parse().ok()),
            words: (!given.is_empty()).then_some(given),
        };
        command.run(case, post::<AcceptAnswer>(case, body), || {});
    };
    view! {
        <div class="choices-inline">{choices(Field::new("stars", texts.stars), options.collect(), stars)}</div>
        {text_area(field, MESSAGE_MAX, words)}
        {command.failed(lang)}
        <div class="form-ways">{button(Button::Main, texts.send_accept, command.busy, send)}</div>
    }
    .into_any()
}

fn refuse(case: Case) -> AnyView {
    let lang = use_lang();
    let texts = lang.tracking();
    let reason = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let command = Command::new();
    let field = Field::new("reason", texts.refuse_reason).problem(Signal::derive(move || {
        let own = reason.with(|reason| Message::parse(reason).err());
        attempted.get().then_some(own).flatten().or_else(|| command.problem("reason"))
    }));
    let send = move || {
        if reason.with_untracked(|reason| Message::parse(reason).is_err()) {
            attempted.set(true);
            focus_on("#reason");
            return;
        }
        let body = NewRefusal { reason: reason.get_untracked() };
        command.run(case, post::<RefuseAnswer>(case, body), || {});
    };
    view! {
        {text_area(field, MESSAGE_MAX, reason)}
        {command.failed(lang)}
        <div class="form-ways">{button(Button::Main, texts.send_refuse, command.busy, send)}</div>
    }
    .into_any()
}

/// One of the reporter's commands, with the secret.
pub async fn post<E>(case: Case, body: E::Request) -> Result<ComplaintView, Failure>
where
    E: Endpoint<Response = ComplaintView>,
{
    let (code, authorization) = (case.code(), case.authorization());
    let headers = [("authorization", authorization.as_str())];
    call::<E>(Call { path: &[&code], headers: &headers, ..Call::default() }, &body).await
}
