use std::cmp::Ordering;

use super::step::Step;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;

/// Where one stands. The steps' names are for eyes that have room for them; the sentence is for everyone.
pub fn stepper(current: Step) -> Tag {
    let lang = use_lang();
    let texts = lang.filing();
    let steps = Step::ALL.map(|step| {
        let class = match step.cmp(&current) {
            Ordering::Less => "form-step form-step-done",
            Ordering::Equal => "form-step form-step-current",
            Ordering::Greater => "form-step",
        };
        tag("li")
            .class(class)
            .attr_some("aria-current", (step == current).then_some("step"))
            .with(texts.steps[step.index()])
    });
    let words = lang.step_of(current.index() + 1, Step::ALL.len());
    tag("div").class("stepper").with(tag("p").class("stepper-words").with(words)).with(
        tag("ol")
            .class("form-steps")
            .attr("aria-label", texts.steps_label)
            .attr("data-aloud", "no")
            .with(steps),
    )
}

/// The way to the step before.
pub fn back(step: Step) -> Option<Tag> {
    let texts = use_lang().filing();
    let link = |before: Step| tag("a").class("button button-quiet").attr("href", before.address());
    step.before().map(|before| link(before).with(texts.back))
}
