use shared::redact::Covers;

use super::icon::{
    BIN, DOWN, FARTHER, FLATTER, LEFT, NARROWER, NEARER, PAN, PLUS, REDO, RIGHT, TALLER, UNDO, UP, WIDER,
    icon, icon_button,
};
use super::tool::{ADD, Tool};
use crate::platform::dom::{Tag, tag};

/// What can be done with the picture and with all boxes.
pub(super) fn picture_bar(tool: Tool) -> Tag {
    let texts = tool.lang.redact();
    let add = tag("button")
        .attr("type", "button")
        .id(ADD)
        .class("redact-button redact-add")
        .on_press(move || tool.add_in_the_middle())
        .with(icon(PLUS))
        .with(texts.add);
    let undo = icon_button(
        texts.undo,
        UNDO,
        move || tool.covers.with(Covers::can_undo),
        move || tool.step(Covers::undo),
    );
    let redo = icon_button(
        texts.redo,
        REDO,
        move || tool.covers.with(Covers::can_redo),
        move || tool.step(Covers::redo),
    );
    let farther = icon_button(
        texts.farther,
        FARTHER,
        move || !tool.zoom.get().is_whole(),
        move || tool.zoom_to(tool.zoom.get_untracked().farther()),
    );
    let nearer = icon_button(
        texts.nearer,
        NEARER,
        move || !tool.zoom.get().is_nearest(),
        move || tool.zoom_to(tool.zoom.get_untracked().nearer()),
    );
    let pan = icon_button(
        texts.pan,
        PAN,
        move || !tool.zoom.get().is_whole(),
        move || tool.is_panning.set(!tool.is_panning.get_untracked()),
    );
    let pan = pan.live_attr("aria-pressed", move || Some(tool.is_panning.get().to_string()));
    tag("div").class("redact-bar").with([add, undo, redo, farther, nearer, pan])
}

/// What can be done with the chosen box, for those who do not drag. It is always there, so that the picture does not move
/// under the finger that draws the first one.
pub(super) fn box_bar(tool: Tool) -> Tag {
    let texts = tool.lang.redact();
    let is_any = move || tool.chosen.get().is_some();
    let nudge = |label, path, right: f64, down: f64, is_size: bool| {
        icon_button(label, path, is_any, move || tool.nudge((right, down), is_size))
    };
    let buttons = [
        nudge(texts.left, LEFT, -1.0, 0.0, false),
        nudge(texts.right, RIGHT, 1.0, 0.0, false),
        nudge(texts.up, UP, 0.0, -1.0, false),
        nudge(texts.down, DOWN, 0.0, 1.0, false),
        nudge(texts.wider, WIDER, 1.0, 0.0, true),
        nudge(texts.narrower, NARROWER, -1.0, 0.0, true),
        nudge(texts.taller, TALLER, 0.0, 1.0, true),
        nudge(texts.flatter, FLATTER, 0.0, -1.0, true),
        icon_button(texts.remove, BIN, is_any, move || tool.remove_chosen()),
    ];
    tag("div")
        .class("redact-bar redact-box-bar")
        .attr("role", "group")
        .attr("aria-label", texts.chosen)
        .with(buttons)
}
