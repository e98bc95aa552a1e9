use super::form::Form;
use super::step::{Step, element_of, field_of, label_of};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::Signal;
use crate::platform::ui::focus_on;

/// What must be mended before one can go on: each line leads to its field, and goes when the field is mended.
pub fn summary(form: Form, step: Step, attempted: Signal<bool>) -> Part {
    let lang = use_lang();
    let line = move |field: &str, sentence: String| {
        let target = ["#", element_of(field)].concat();
        let link = tag("a").attr("href", &target).with(label_of(lang, field)).on("click", move |event| {
            event.prevent_default();
            focus_on(&target);
        });
        tag("li").with(link).with(": ").with(sentence)
    };
    Part::live(move || {
        let problems = if attempted.get() { form.of_step(step) } else { Vec::new() };
        let lines: Vec<_> =
            problems.iter().map(|problem| line(field_of(problem), lang.problem(problem.problem))).collect();
        (!lines.is_empty()).then(|| summary_of(lines))
    })
}

/// Lines that say what must be mended.
pub fn summary_of(lines: Vec<Tag>) -> Tag {
    tag("div")
        .id("summary")
        .class("notice notice-bad")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "summary-heading")
        .with(tag("h2").id("summary-heading").class("notice-heading").with(use_lang().shell().problems))
        .with(tag("ul").with(lines))
}
