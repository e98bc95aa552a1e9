use maud::{Markup, html};

use super::field::{Field, frame, hidden, hint_line, problem_line};

/// One of several things to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The value that is sent.
    pub value: &'a str,
    /// What people read.
    pub label: &'a str,
    /// What helps to choose.
    pub hint: Option<&'a str>,
}

/// Radio buttons as cards. The first one has the field's id, so that the error summary leads to it.
pub fn radios(field: &Field<'_>, options: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        fieldset class=(field.class("field choices")) aria-describedby=[field.described_by()] {
            legend class="label" {
                (field.label)
                @if field.optional { " " span class="optional" { (field.lang.shell().optional) } }
            }
            (hint_line(field))
            (problem_line(field))
            div class="cards" {
                @for (index, option) in options.iter().enumerate() { (card(field, index, option, chosen)) }
            }
        }
    }
}

fn card(field: &Field<'_>, index: usize, option: &Choice<'_>, chosen: &str) -> Markup {
    let id = if index == 0 { field.id.to_owned() } else { [field.id, "-", option.value].concat() };
    // The field's own hint has the first card's id in front of it already.
    let hint_id =
        if index == 0 { [field.id, "-", option.value, "-hint"].concat() } else { [&id, "-hint"].concat() };
    html! {
        div class="card" {
            input id=(id) class="card-input" type="radio" name=(field.name) value=(option.value)
                aria-describedby=[option.hint.map(|_| hint_id.as_str())] checked[option.value == chosen]
                required[field.required];
            label class="card-label" for=(id) { (option.label) }
            @if let Some(hint) = option.hint { p class="card-hint" id=(hint_id) { (hint) } }
        }
    }
}

/// A choice from a list; the first option, of no value, is `empty`.
pub fn select(field: &Field<'_>, empty: &str, options: &[(&str, &str)], chosen: &str) -> Markup {
    frame(
        field,
        html! {
            select id=(field.id) class="input input-select" name=(field.name)
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] {
                option value="" { (empty) }
                @for (value, label) in options {
                    option value=(value) selected[*value == chosen] { (label) }
                }
            }
        },
    )
}

/// Something that is on or off, with an explanation of its own. A switch that is off says so: what was cut out of a
/// form must not look like what was switched off.
pub fn switch(id: &str, label: &str, hint: &str, is_on: bool) -> Markup {
    html! {
        div class="switch" {
            (hidden(id, "no"))
            input id=(id) class="switch-input" type="checkbox" role="switch" name=(id) value="yes"
                aria-describedby={ (id) "-hint" } checked[is_on];
            label class="switch-label" for=(id) { (label) }
            p class="switch-hint" id={ (id) "-hint" } { (hint) }
        }
    }
}
