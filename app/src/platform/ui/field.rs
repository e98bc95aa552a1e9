use leptos::prelude::*;
use shared::problem::Problem;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};

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
    pub fn described_by(self) -> impl Fn() -> Option<String> + Copy {
        move || {
            let hint = self.hint.map(|_| hint_id(self.id));
            let problem = self.problem.get().map(|_| problem_id(self.id));
            let ids: Vec<String> = hint.into_iter().chain(problem).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// For `aria-invalid`.
    pub fn invalid(self) -> impl Fn() -> Option<String> + Copy {
        move || self.problem.get().map(|_| "true".to_owned())
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
    /// A whole number.
    Number,
    /// A code: no corrections, no capitals.
    Code,
    /// The name of an account.
    Account,
    /// The password of an account.
    Password,
    /// A password that is chosen.
    NewPassword,
    /// A code that is used once.
    OneTimeCode,
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
            Self::Number => ("text", "off", "numeric"),
            Self::Code => ("text", "off", "text"),
            Self::Account => ("text", "username", "text"),
            Self::Password => ("password", "current-password", "text"),
            Self::NewPassword => ("password", "new-password", "text"),
            Self::OneTimeCode => ("text", "one-time-code", "text"),
        }
    }
}

/// A line of text.
pub fn text_field(field: Field, kind: TextKind, bound: impl Into<Bound>) -> AnyView {
    let (input_type, autocomplete, mode) = kind.attributes();
    let is_code = kind == TextKind::Code;
    let is_plain = is_code || matches!(kind, TextKind::Account | TextKind::OneTimeCode);
    let input = tag("input")
        .class(if is_code { "input input-code" } else { "input" })
        .attr("type", input_type)
        .attr("autocomplete", autocomplete)
        .attr("inputmode", mode)
        .attr_some("autocapitalize", is_plain.then_some("none"))
        .attr_some("spellcheck", is_plain.then_some("false"));
    frame(field, typed(input, field, bound.into()))
}

/// A day. Days are `YYYY-MM-DD` in both directions, whatever the browser shows.
pub fn date_field(
    field: Field,
    min: Option<String>,
    max: Option<String>,
    bound: impl Into<Bound>,
) -> AnyView {
    let input = tag("input")
        .class("input input-date")
        .attr("type", "date")
        .attr_some("min", min)
        .attr_some("max", max);
    frame(field, typed(input, field, bound.into()))
}

/// Several lines of text that grow with what is typed, with a counter of characters.
pub fn text_area(field: Field, max: u32, bound: impl Into<Bound>) -> AnyView {
    let bound = bound.into();
    let lang = use_lang();
    let length = move || bound.value.with(|text| text.trim().chars().count()) as u32;
    let area = typed(tag("textarea").class("input input-area").attr("rows", "5"), field, bound);
    let counter = tag("p")
        .class("counter")
        .live_class("counter-over", move || length() > max)
        .live(move || lang.counter(length(), max));
    frame(field, [area, counter])
}

/// What typed parts have in common.
fn typed(input: Tag, field: Field, bound: Bound) -> Tag {
    described(input, field)
        .live_property("value", move || bound.value.get().into())
        .on_value("input", move |value| bound.set.run(value))
        .on("blur", move |_| bound.left.run(()))
}

fn described(input: Tag, field: Field) -> Tag {
    input
        .id(field.id)
        .live_attr("aria-describedby", field.described_by())
        .live_attr("aria-invalid", field.invalid())
}

/// A choice from a list; the first option, of no value, is `empty`.
pub fn select_field(
    field: Field,
    empty: &'static str,
    options: impl Into<Signal<Vec<(String, String)>>>,
    bound: impl Into<Bound>,
) -> AnyView {
    let (bound, options) = (bound.into(), options.into());
    let option = move |value: String, label: &str| {
        let own = value.clone();
        tag("option")
            .attr("value", value)
            .live_property("selected", move || bound.value.with(|chosen| *chosen == own).into())
            .with(label)
    };
    let list = described(tag("select").class("input input-select"), field)
        .with(option(String::new(), empty))
        .live(move || {
            options
                .with(|all| all.iter().map(|(value, label)| option(value.clone(), label)).collect::<Vec<_>>())
        })
        .on_value("change", move |value| {
            bound.set.run(value);
            bound.left.run(());
        });
    frame(field, list)
}

/// That a field may stay empty, after its label. The space between them is read, too.
pub fn optional() -> [Part; 2] {
    [" ".into(), tag("span").class("optional").with(use_lang().shell().optional).into()]
}

/// Label, hint, the part itself, and its problem.
pub fn frame(field: Field, input: impl Into<Part>) -> AnyView {
    let optional = field.optional.then(optional);
    tag("div")
        .class("field")
        .live_class("field-bad", move || field.problem.get().is_some())
        .with(tag("label").class("label").attr("for", field.id).with(field.label).with(optional))
        .with(hint_line(field))
        .with(input)
        .with(problem_line(field))
        .any()
}

/// What helps to fill it in.
pub(super) fn hint_line(field: Field) -> Option<Tag> {
    field.hint.map(|hint| tag("p").class("hint").id(&hint_id(field.id)).with(hint))
}

/// The sentence that says what is wrong.
pub fn problem_line(field: Field) -> Part {
    let lang = use_lang();
    Part::live(move || {
        let line = |problem| tag("p").class("problem").id(&problem_id(field.id)).with(lang.problem(problem));
        field.problem.get().map(line)
    })
}
