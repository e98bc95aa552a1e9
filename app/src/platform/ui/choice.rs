use leptos::prelude::*;

use super::field::{Bound, Field, hint_line, problem_line};
use crate::platform::dom::{Tag, tag};
use crate::platform::reactive::{RwSignal, Signal};

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
    let cards: Vec<_> = cards.collect();
    tag("fieldset")
        .class("field choices")
        .live_class("field-bad", move || field.problem.get().is_some())
        .live_attr("aria-describedby", field.described_by())
        .with(tag("legend").class("label").with(field.label))
        .with(hint_line(field))
        .with(problem_line(field))
        .with(tag("div").class("cards").with(cards))
        .any()
}

fn card(field: Field, index: usize, option: Choice, bound: Bound) -> Tag {
    let Choice { value, label, hint } = option;
    let id = if index == 0 { field.id.to_owned() } else { [field.id, "-", &value].concat() };
    let hint_id = [&id, "-hint"].concat();
    let own = value.clone();
    let input = tag("input")
        .id(&id)
        .class("card-input")
        .attr("type", "radio")
        .attr("name", field.id)
        .attr("value", value)
        .attr_some("aria-describedby", hint.map(|_| hint_id.as_str()))
        .live_property("checked", move || bound.value.with(|chosen| *chosen == own).into())
        .on_value("change", move |value| bound.set.run(value));
    let hint = hint.map(|hint| tag("p").class("card-hint").id(&hint_id).with(hint));
    tag("div")
        .class("card")
        .with(input)
        .with(tag("label").class("card-label").attr("for", id).with(label))
        .with(hint)
}

/// Something that is on or off, with an explanation of its own.
pub fn switch(id: &'static str, label: &'static str, hint: &'static str, is_on: RwSignal<bool>) -> AnyView {
    switch_bound(id, label, hint, is_on, move |is_turned_on| is_on.set(is_turned_on))
}

/// The same, whose state and turning are the caller's.
pub fn switch_bound(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    is_on: impl Into<Signal<bool>>,
    turned: impl Fn(bool) + 'static,
) -> AnyView {
    let is_on = is_on.into();
    let hint_id = [id, "-hint"].concat();
    let input = tag("input")
        .id(id)
        .class("switch-input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .attr("aria-describedby", &hint_id)
        .live_property("checked", move || is_on.get().into())
        .on("change", move |event| turned(event_target_checked(&event)));
    tag("div")
        .class("switch")
        .with(input)
        .with(tag("label").class("switch-label").attr("for", id).with(label))
        .with(tag("p").class("switch-hint").id(&hint_id).with(hint))
        .any()
}
