use leptos::prelude::*;

use super::form::Form;
use super::step::{Step, element_of, field_of, label_of};
use crate::platform::lang::use_lang;
use crate::platform::ui::focus_on;

/// What must be mended before one can go on: each line leads to its field, and goes when the field is mended.
pub fn summary(form: Form, step: Step, attempted: Signal<bool>) -> AnyView {
    let lang = use_lang();
    let line = move |field: &str, sentence: String| {
        let element = element_of(field);
        let target = ["#", element].concat();
        let href = target.clone();
        view! {
            <li>
                <a
                    href=href
                    on:click=move |event| {
                        event.prevent_default();
                        focus_on(&target);
                    }
                >
                    {label_of(lang, field)}
                </a>
                ": "
                {sentence}
            </li>
        }
    };
    (move || {
        let problems = if attempted.get() { form.of_step(step) } else { Vec::new() };
        (!problems.is_empty()).then(|| {
            let lines = problems
                .iter()
                .map(|problem| line(field_of(problem), lang.problem(problem.problem)))
                .collect_view();
            view! {
                <div id="summary" class="notice notice-bad" role="alert" tabindex="-1">
                    <h2 class="notice-heading">{lang.shell().problems}</h2>
                    <ul>{lines}</ul>
                </div>
            }
        })
    })
    .into_any()
}
