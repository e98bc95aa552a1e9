use leptos::prelude::*;
use shared::api::Withdraw;
use shared::complaint::NewWithdrawal;
use shared::text::MESSAGE_MAX;

use super::case::Case;
use super::command::Command;
use super::judge::post;
use crate::platform::lang::use_lang;
use crate::platform::ui::{Button, Field, button, focus_on, text_area};

/// Takes the complaint back, after saying what that means.
pub fn withdraw(case: Case) -> AnyView {
    let texts = use_lang().tracking();
    let is_asking = RwSignal::new(false);
    let ask = move |_| {
        is_asking.set(true);
        focus_on("#withdrawal");
    };
    (move || {
        if is_asking.get() {
            confirm(case, is_asking)
        } else {
            view! {
                <p class="no-print">
                    <button type="button" id="withdraw" class="button button-quiet" on:click=ask>
                        {texts.withdraw}
                    </button>
                </p>
            }
            .into_any()
        }
    })
    .into_any()
}

fn confirm(case: Case, is_asking: RwSignal<bool>) -> AnyView {
    let lang = use_lang();
    let texts = lang.tracking();
    let reason = RwSignal::new(String::new());
    let command = Command::new();
    let field = Field::new("withdrawal-reason", texts.withdraw_reason)
        .optional()
        .problem(Signal::derive(move || command.problem("reason")));
    let send = move || {
        let given = reason.with_untracked(|reason| reason.trim().to_owned());
        let body = NewWithdrawal { reason: (!given.is_empty()).then_some(given) };
        command.run(case, post::<Withdraw>(case, body), || {});
    };
    let keep = move |_| {
        is_asking.set(false);
        focus_on("#withdraw");
    };
    view! {
        <section class="panel panel-danger no-print" id="withdrawal" tabindex="-1" aria-label=texts.withdraw>
            <h2>{texts.withdraw}</h2>
            <p>{texts.withdraw_lead}</p>
            <div class="form">
                {text_area(field, MESSAGE_MAX, reason)} {command.failed(lang)}
                <div class="form-ways">
                    {button(Button::Danger, texts.send_withdraw, command.busy, send)}
                    <button type="button" class="button button-quiet" on:click=keep>
                        {texts.keep}
                    </button>
                </div>
            </div>
        </section>
    }
    .into_any()
}
