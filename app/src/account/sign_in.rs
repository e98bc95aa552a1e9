use shared::account::NewSession;
use shared::api::SignIn;
use shared::problem::{ErrorCode, Problem};
use web_sys::Event;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::session::use_session;
use crate::platform::ui::{
    Button, Field, TextKind, Tone, button, focus_on, notice, page_heading, text_field,
};

/// Where the staff sign in.
pub fn sign_in_page() -> Tag {
    let lang = use_lang();
    let texts = lang.account();
    let session = use_session();
    let [name, password, totp] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let attempted = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let required = move |value: RwSignal<String>| {
        Signal::derive(move || {
            (attempted.get() && value.with(|value| value.trim().is_empty())).then_some(Problem::Required)
        })
    };
    let send = move || {
        attempted.set(true);
        let empty = [("#name", name), ("#password", password), ("#totp", totp)];
        if let Some((field, _)) =
            empty.iter().find(|(_, value)| value.with_untracked(|value| value.trim().is_empty()))
        {
            return focus_on(field);
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let new = NewSession {
            name: name.get_untracked(),
            password: password.get_untracked(),
            totp: totp.get_untracked(),
        };
        spawn(async move {
            match call::<SignIn>(Call::default(), &new).await {
                Ok(staff) => {
                    password.set(String::new());
                    session.enter(staff);
                    focus_on("h1");
                }
                Err(why) => {
                    failure.set(Some(why));
                    // A code works once, so the next try needs another one in any case.
                    totp.set(String::new());
                    focus_on("#totp");
                }
            }
            busy.set(false);
        });
    };
    let said = move || {
        let failure = failure.get()?;
        let words = match failure.code() {
            Some(ErrorCode::Unauthorized | ErrorCode::Invalid) => texts.refused.to_owned(),
            _ => failure.sentence(lang),
        };
        Some(notice(Tone::Bad, tag("p").with(words)))
    };
    let ended = move || session.has_ended.get().then(|| notice(Tone::Warning, tag("p").with(texts.ended)));
    let form = tag("form")
        .class("form panel")
        .attr("novalidate", "")
        .on("submit", move |event: Event| {
            event.prevent_default();
            send();
        })
        .live(said)
        .with(text_field(Field::new("name", texts.name).problem(required(name)), TextKind::Account, name))
        .with(text_field(
            Field::new("password", texts.password).problem(required(password)),
            TextKind::Password,
            password,
        ))
        .with(text_field(
            Field::new("totp", texts.totp).hint(texts.totp_hint).problem(required(totp)),
            TextKind::OneTimeCode,
            totp,
        ))
        // Of the form's own kind, so that Enter in a field presses it.
        .with(button(Button::Main, texts.sign_in, busy, || {}).attr("type", "submit"));
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.sign_in.to_owned()))
        .with(tag("p").class("lead").with(texts.sign_in_lead))
        .live(ended)
        .with(form)
        .with(
            tag("p").with(tag("a").attr("href", "/adukan").attr("rel", "external").with(texts.for_citizens)),
        )
}
