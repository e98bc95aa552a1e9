use leptos::prelude::*;

use super::field::{Bound, Field, problem_line};

/// One of several things to choose from.
#[derive(Clone)]
pub struct Choice {
    /// The value that is kept.
    pub value: String,
    /// What people read.
    pub label: String,
    /// What helps to choose.
    pub hint: Option<&'static str>,
}

/// Radio buttons as cards. The first one has the field's id, so that the error summary leads to it.
pub fn choices(field: Field, options: Vec<Choice>, bound: impl Into<Bound>) -> AnyView {
    let bound = bound.into();
    let cards = options.into_iter().enumerate().map(|(index, option)| card(field, index, option, bound));
    let cards = cards.collect_view();
    let hint = field.hint.map(|hint| {
        view! {
            <p class="hint" id=[field.id, "-hint"].concat()>
                {hint}
            </p>
        }
    });
    view! {
        <fieldset
            class="field choices"
            class:field-bad=move || field.problem.get().is_some()
            aria-describedby=field.described_by()
        >
            <legend class="label">{field.label}</legend>
            {hint}
            {problem_line(field)}
            <div class="cards">{cards}</div>
        </fieldset>
    }
    .into_any()
}

fn card(field: Field, index: usize, option: Choice, bound: Bound) -> AnyView {
    let Choice { value, label, hint } = option;
    let id = if index == 0 { field.id.to_owned() } else { [field.id, "-", &value].concat() };
    let hint_id = hint.map(|_| [&id, "-hint"].concat());
    let own = value.clone();
    let is_chosen = move || bound.value.with(|chosen| *chosen == own);
    view! {
        <div class="card">
            <input
                id=id.clone()
                class="card-input"
                type="radio"
                name=field.id
                value=value
                aria-describedby=hint_id.clone()
                prop:checked=is_chosen
                on:change=move |event| bound.set.run(event_target_value(&event))
            />
            <label class="card-label" for=id>
                {label}
            </label>
            {hint
                .map(|hint| {
                    view! {
                        <p class="card-hint" id=hint_id>
                            {hint}
                        </p>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Something that is on or off, with an explanation of its own.
pub fn switch(id: &'static str, label: &'static str, hint: &'static str, is_on: RwSignal<bool>) -> AnyView {
    let hint_id = [id, "-hint"].concat();
    view! {
        <div class="switch">
            <input
                id=id
                class="switch-input"
                type="checkbox"
                role="switch"
                aria-describedby=hint_id.clone()
                prop:checked=move || is_on.get()
                on:change=move |event| is_on.set(event_target_checked(&event))
            />
            <label class="switch-label" for=id>
                {label}
            </label>
            <p class="switch-hint" id=hint_id>
                {hint}
            </p>
        </div>
    }
    .into_any()
}
