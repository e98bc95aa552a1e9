use leptos::prelude::*;
use shared::problem::Problem;

use crate::platform::lang::use_lang;

/// What every form part has.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its id in the page; the error summary links to it.
    pub id: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What helps to fill it in.
    pub hint: Option<&'static str>,
    /// Whether it may stay empty; then its label says so.
    pub optional: bool,
    /// What is wrong with it, as far as people should see it yet.
    pub problem: Signal<Option<Problem>>,
}

impl Field {
    /// A field that must be filled in and has no hint or problem yet.
    pub fn new(id: &'static str, label: &'static str) -> Self {
        Self { id, label, hint: None, optional: false, problem: Signal::stored(None) }
    }

    /// The same with a hint.
    pub fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The same, but it may stay empty.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same with its problem.
    pub fn problem(self, problem: impl Into<Signal<Option<Problem>>>) -> Self {
        Self { problem: problem.into(), ..self }
    }

    /// Ids of what describes it, for `aria-describedby`.
    pub fn described_by(self) -> impl Fn() -> Option<String> {
        move || {
            let hint = self.hint.map(|_| hint_id(self.id));
            let problem = self.problem.get().map(|_| problem_id(self.id));
            let ids: Vec<String> = hint.into_iter().chain(problem).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// For `aria-invalid`.
    pub fn invalid(self) -> impl Fn() -> Option<&'static str> {
        move || self.problem.get().map(|_| "true")
    }
}

/// The id of a field's problem.
pub fn problem_id(id: &str) -> String {
    [id, "-problem"].concat()
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

/// A value and what takes a new one: a signal of a form, or a part of the address.
#[derive(Clone, Copy)]
pub struct Bound {
    /// The present value.
    pub value: Signal<String>,
    /// Takes a new value.
    pub set: Callback<String>,
    /// Called when people leave the field.
    pub left: Callback<()>,
}

impl Bound {
    /// A value from one place, changed in another.
    pub fn new(value: impl Into<Signal<String>>, set: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { value: value.into(), set: Callback::new(set), left: Callback::new(|()| {}) }
    }

    /// The same, telling when people leave the field.
    pub fn when_left(self, left: impl Fn() + Send + Sync + 'static) -> Self {
        Self { left: Callback::new(move |()| left()), ..self }
    }
}

impl From<RwSignal<String>> for Bound {
    fn from(signal: RwSignal<String>) -> Self {
        Self::new(signal, move |value| signal.set(value))
    }
}

/// What kind of line is typed; decides the keyboard and what the browser offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Any line.
    Line,
    /// A person's name.
    Name,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A code: no corrections, no capitals.
    Code,
}

impl TextKind {
    /// `type`, `autocomplete` and `inputmode`.
    const fn attributes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Line => ("text", "off", "text"),
            Self::Name => ("text", "name", "text"),
            Self::Phone => ("tel", "tel", "tel"),
            // Not `email`: the browser would trim and convert what people typed before we see it.
            Self::Email => ("text", "email", "email"),
            Self::Code => ("text", "off", "text"),
        }
    }
}

/// A line of text.
pub fn text_field(field: Field, kind: TextKind, bound: impl Into<Bound>) -> AnyView {
    let bound = bound.into();
    let (input_type, autocomplete, mode) = kind.attributes();
    let is_code = kind == TextKind::Code;
    let input = view! {
        <input
            id=field.id
            class="input"
            class:input-code=is_code
            type=input_type
            autocomplete=autocomplete
            inputmode=mode
            autocapitalize=is_code.then_some("none")
            spellcheck=is_code.then_some("false")
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=move || bound.value.get()
            on:input=move |event| bound.set.run(event_target_value(&event))
            on:blur=move |_| bound.left.run(())
        />
    };
    frame(field, input.into_any())
}

/// A day. Days are `YYYY-MM-DD` in both directions, whatever the browser shows.
pub fn date_field(
    field: Field,
    min: Option<String>,
    max: Option<String>,
    bound: impl Into<Bound>,
) -> AnyView {
    let bound = bound.into();
    let input = view! {
        <input
            id=field.id
            class="input input-date"
            type="date"
            min=min
            max=max
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=move || bound.value.get()
            on:input=move |event| bound.set.run(event_target_value(&event))
            on:blur=move |_| bound.left.run(())
        />
    };
    frame(field, input.into_any())
}

/// Several lines of text that grow with what is typed, with a counter of characters.
pub fn text_area(field: Field, max: u32, bound: impl Into<Bound>) -> AnyView {
    let bound = bound.into();
    let lang = use_lang();
    let length = Memo::new(move |_| bound.value.with(|text| text.trim().chars().count()) as u32);
    let input = view! {
        <textarea
            id=field.id
            class="input input-area"
            rows="5"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=move || bound.value.get()
            on:input=move |event| bound.set.run(event_target_value(&event))
            on:blur=move |_| bound.left.run(())
        ></textarea>
        <p class="counter" class:counter-over=move || { length.get() > max }>
            {move || lang.counter(length.get(), max)}
        </p>
    };
    frame(field, input.into_any())
}

/// A choice from a list; the first option, of no value, is `empty`.
pub fn select_field(
    field: Field,
    empty: &'static str,
    options: impl Into<Signal<Vec<(String, String)>>>,
    bound: impl Into<Bound>,
) -> AnyView {
    let (bound, options) = (bound.into(), options.into());
    let input = view! {
        <select
            id=field.id
            class="input input-select"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            on:change=move |event| {
                bound.set.run(event_target_value(&event));
                bound.left.run(());
            }
        >
            <option value="" prop:selected=move || bound.value.with(String::is_empty)>
                {empty}
            </option>
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|(value, label)| {
                        let own = value.clone();
                        let is_chosen = move || bound.value.with(|chosen| *chosen == own);
                        view! {
                            <option value=value prop:selected=is_chosen>
                                {label}
                            </option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    };
    frame(field, input.into_any())
}

/// Label, hint, the part itself, and its problem.
pub fn frame(field: Field, input: AnyView) -> AnyView {
    let lang = use_lang();
    let label = view! {
        <label class="label" for=field.id>
            {field.label}
            {field.optional.then(|| view! { <span class="optional">{lang.shell().optional}</span> })}
        </label>
    };
    let hint = field.hint.map(|hint| {
        view! {
            <p class="hint" id=hint_id(field.id)>
                {hint}
            </p>
        }
    });
    view! {
        <div class="field" class:field-bad=move || field.problem.get().is_some()>
            {label} {hint} {input}
            {problem_line(field)}
        </div>
    }
    .into_any()
}

/// The sentence that says what is wrong.
pub fn problem_line(field: Field) -> AnyView {
    let lang = use_lang();
    (move || {
        field.problem.get().map(|problem| {
            view! {
                <p class="problem" id=problem_id(field.id)>
                    {lang.problem(problem)}
                </p>
            }
        })
    })
    .into_any()
}
