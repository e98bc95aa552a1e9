use maud::{Markup, html};
use shared::calendar::Day;
use shared::lang::Lang;

/// What every form part has.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// The page's language.
    pub lang: Lang,
    /// Its id in the page; the error summary links to it.
    pub id: &'a str,
    /// Its name in what is sent.
    pub name: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What helps to fill it in.
    pub hint: Option<&'a str>,
    /// Whether it may stay empty; then its label says so.
    pub optional: bool,
    /// Whether browsers must not send it empty.
    pub required: bool,
    /// What is wrong with it, in sentences.
    pub problems: Vec<String>,
}

impl<'a> Field<'a> {
    /// A field of a name, whose id is the same.
    pub fn new(lang: Lang, name: &'a str, label: &'a str) -> Self {
        let (hint, problems) = (None, Vec::new());
        Self { lang, id: name, name, label, hint, optional: false, required: false, problems }
    }

    /// The same under another id.
    pub fn id(self, id: &'a str) -> Self {
        Self { id, ..self }
    }

    /// The same with a hint.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The same, but it may stay empty.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same, but browsers ask for it.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same with what is wrong with it.
    pub fn problems(self, problems: Vec<String>) -> Self {
        Self { problems, ..self }
    }

    /// Ids of what describes it, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| [self.id, "-hint"].concat());
        let problem = (!self.problems.is_empty()).then(|| [self.id, "-problem"].concat());
        let ids: Vec<String> = hint.into_iter().chain(problem).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// For `aria-invalid`.
    pub fn invalid(&self) -> Option<&'static str> {
        (!self.problems.is_empty()).then_some("true")
    }

    /// The classes of what stands around it.
    pub fn class(&self, own: &str) -> String {
        if self.problems.is_empty() { own.to_owned() } else { [own, " field-bad"].concat() }
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
            Self::Line | Self::Code => ("text", "off", "text"),
            Self::Name => ("text", "name", "text"),
            Self::Phone => ("tel", "tel", "tel"),
            // Not `email`: the browser's own check would refuse what ours takes.
            Self::Email => ("text", "email", "email"),
        }
    }
}

/// A line of text.
pub fn line(field: &Field<'_>, kind: TextKind, value: &str) -> Markup {
    let (input_type, autocomplete, mode) = kind.attributes();
    let is_code = kind == TextKind::Code;
    frame(
        field,
        html! {
            input id=(field.id) class=(if is_code { "input input-code" } else { "input" }) name=(field.name)
                type=(input_type) autocomplete=(autocomplete) inputmode=(mode)
                autocapitalize=[is_code.then_some("none")] spellcheck=[is_code.then_some("false")]
                value=(value) required[field.required]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        },
    )
}

/// A day; none later than `max`.
pub fn date(field: &Field<'_>, max: Day, value: &str) -> Markup {
    frame(
        field,
        html! {
            input id=(field.id) class="input input-date" name=(field.name) type="date" max=(max) value=(value)
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        },
    )
}

/// Several lines of text.
pub fn area(field: &Field<'_>, value: &str) -> Markup {
    frame(
        field,
        html! {
            // The first line break of its content is the browser's to drop, so it gets one.
            textarea id=(field.id) class="input input-area" name=(field.name) rows="5" required[field.required]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] { "\n" (value) }
        },
    )
}

/// Something that is sent along unseen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Label, hint, the part itself, and its problem.
pub fn frame(field: &Field<'_>, input: Markup) -> Markup {
    html! {
        div class=(field.class("field")) {
            label class="label" for=(field.id) {
                (field.label)
                @if field.optional { " " span class="optional" { (field.lang.shell().optional) } }
            }
            (hint_line(field))
            (input)
            (problem_line(field))
        }
    }
}

/// What helps to fill it in.
pub fn hint_line(field: &Field<'_>) -> Markup {
    html! { @if let Some(hint) = field.hint { p class="hint" id={ (field.id) "-hint" } { (hint) } } }
}

/// The sentences that say what is wrong.
pub fn problem_line(field: &Field<'_>) -> Markup {
    html! {
        @if !field.problems.is_empty() {
            p class="problem" id={ (field.id) "-problem" } {
                @for (index, problem) in field.problems.iter().enumerate() {
                    @if index > 0 { br; }
                    (problem)
                }
            }
        }
    }
}
