use leptos::prelude::GetValue;
use shared::lang::{Lang, fill};

use super::Queue;
use super::sent::{Sent, State};
use crate::platform::dom::{Tag, tag};
use crate::platform::ui::{Button, focus_on, plain_button};

/// A file that is not there yet. Where it is taken out of the list the focus goes to `place`.
pub fn on_its_way(lang: Lang, queue: Queue, sent: Sent, place: &'static str) -> Tag {
    let texts = lang.informing();
    let name = sent.file.get_value().name();
    let state = sent.state;
    let line = move || match state.get() {
        State::Waiting => lang.filing().file_waiting.to_owned(),
        State::Sending(percent) => lang.uploaded(percent),
        State::Stuck => lang.filing().file_stuck.to_owned(),
        State::Bad(problem) => lang.problem(problem),
    };
    // Every percent would be too much to listen to.
    let spoken = move || (!matches!(state.get(), State::Sending(_))).then(|| "status".to_owned());
    let bar_name = name.clone();
    let bar = move || match state.get() {
        State::Sending(percent) => Some(
            tag("progress")
                .class("bar")
                .attr("max", "100")
                .attr("value", percent.to_string())
                .attr("aria-label", &bar_name),
        ),
        _ => None,
    };
    let again = move || {
        (state.get() == State::Stuck)
            .then(|| plain_button(Button::Quiet, texts.go_on, move || queue.again(sent)))
    };
    let label = fill(texts.remove_file, &[("name", &name)]);
    let drop = plain_button(Button::Quiet, texts.remove, move || {
        queue.drop_one(sent.key);
        focus_on(place);
    });
    tag("li")
        .class("attachment")
        .with(
            tag("div")
                .class("attachment-words row-words")
                .with(tag("span").class("row-name").with(name))
                .with(tag("span").live_attr("role", spoken).live(line))
                .live(bar),
        )
        .with(tag("div").class("attachment-ways").live(again).with(drop.attr("aria-label", label)))
}
