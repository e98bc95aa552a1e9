use leptos::prelude::*;
use shared::complaint::Secret;

use super::case::Case;
use crate::complaint::keyring;
use crate::platform::lang::use_lang;
use crate::platform::ui::{Field, TextKind, Tone, focus_on, notice, text_field};

/// Where the secret is entered, as long as it has not been.
pub fn unlock(case: Case) -> AnyView {
    let is_open =
        Memo::new(move |_| case.view.value.with(|view| view.as_ref().is_some_and(|view| view.own.is_some())));
    (move || if is_open.get() { close(case) } else { form(case) }).into_any()
}

fn form(case: Case) -> AnyView {
    let texts = use_lang().tracking();
    let typed = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let field =
        Field::new("secret", texts.secret).hint(texts.secret_hint).problem(Signal::derive(move || {
            let problem = typed.with(|typed| Secret::parse(typed).err());
            attempted.get().then_some(problem).flatten()
        }));
    let refused = move || {
        let words = || view! { <p>{texts.wrong_secret}</p> }.into_any();
        case.wrong_secret.get().then(|| notice(Tone::Bad, words()))
    };
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| Secret::parse(typed)) {
            Ok(secret) => {
                case.wrong_secret.set(false);
                case.secret.set(Some(secret));
            }
            Err(_) => {
                attempted.set(true);
                focus_on("#secret");
            }
        }
    };
    view! {
        <section class="panel no-print">
            <h2>{texts.own_closed}</h2>
            <p>{texts.own_closed_lead}</p>
            {refused}
            <form class="form form-line" novalidate=true on:submit=open>
                {text_field(field, TextKind::Code, typed)}
                <button type="submit" class="button button-main">
                    {texts.open}
                </button>
            </form>
        </section>
    }
    .into_any()
}

/// Shuts the reporter's part, on a phone that is passed on.
fn close(case: Case) -> AnyView {
    let texts = use_lang().tracking();
    let shut = move |_| {
        case.code.with_value(keyring::forget);
        case.secret.set(None);
    };
    view! {
        <p class="no-print">
            <button type="button" class="button button-quiet" on:click=shut>
                {texts.close}
            </button>
        </p>
    }
    .into_any()
}
