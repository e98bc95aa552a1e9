use leptos::prelude::*;
use shared::complaint::Secret;
use web_sys::Event;

use super::case::Case;
use crate::complaint::keyring;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal, memo};
use crate::platform::ui::{
    Button, Field, TextKind, Tone, focus_on, notice, plain_button, submit_button, text_field,
};

/// Where the secret is entered, as long as it has not been.
pub fn unlock(case: Case) -> Part {
    let is_open =
        memo(move || case.view.value.with(|view| view.as_ref().is_some_and(|view| view.own.is_some())));
    let is_asked = StoredValue::new(false);
    Part::live(move || {
        if !is_open.get() {
            return form(case, is_asked);
        }
        if is_asked.get_value() {
            // The field goes with what it was for, and what people asked for stands above it.
            is_asked.set_value(false);
            focus_on("h1");
        }
        close(case)
    })
}

fn form(case: Case, is_asked: StoredValue<bool>) -> Tag {
    let texts = use_lang().tracking();
    let typed = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let field =
        Field::new("secret", texts.secret).hint(texts.secret_hint).problem(Signal::derive(move || {
            let problem = typed.with(|typed| Secret::parse(typed).err());
            attempted.get().then_some(problem).flatten()
        }));
    let refused =
        move || case.wrong_secret.get().then(|| notice(Tone::Bad, tag("p").with(texts.wrong_secret)));
    let open = move |event: Event| {
        event.prevent_default();
        match typed.with_untracked(|typed| Secret::parse(typed)) {
            Ok(secret) => {
                is_asked.set_value(true);
                case.wrong_secret.set(false);
                case.secret.set(Some(secret));
            }
            Err(_) => {
                attempted.set(true);
                focus_on("#secret");
            }
        }
    };
    let form = tag("form")
        .class("form form-line")
        .attr("novalidate", "")
        .on("submit", open)
        .with(text_field(field, TextKind::Code, typed))
        .with(submit_button(Button::Main, texts.open));
    tag("section")
        .class("panel no-print")
        .with(tag("h2").with(texts.own_closed))
        .with(tag("p").with(texts.own_closed_lead))
        .live(refused)
        .with(form)
}

/// Shuts the reporter's part, on a phone that is passed on.
fn close(case: Case) -> Tag {
    let shut = move || {
        case.code.with_value(keyring::forget);
        case.secret.set(None);
        focus_on("h1");
    };
    tag("p").class("no-print").with(plain_button(Button::Quiet, use_lang().tracking().close, shut))
}
