use crate::platform::dom::{Tag, svg, tag};

/// A sign of lines, beside words or in the place of words that are its button's name.
pub(super) fn icon(path: &str) -> Tag {
    let lines = svg("path").attr("d", path);
    svg("svg").attr("class", "icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true").with(lines)
}

/// A button that shows a sign and is called by words. One that can do nothing just now stays where it is, and keeps the
/// focus.
pub(super) fn icon_button(
    label: &'static str,
    path: &str,
    can: impl Fn() -> bool + Copy + 'static,
    on_press: impl Fn() + 'static,
) -> Tag {
    tag("button")
        .attr("type", "button")
        .class("redact-button")
        .attr("aria-label", label)
        .attr("title", label)
        .live_attr("aria-disabled", move || (!can()).then(|| "true".to_owned()))
        .on_press(move || {
            if leptos::prelude::untrack(can) {
                on_press();
            }
        })
        .with(icon(path))
}

pub(super) const PLUS: &str = "M12 5v14M5 12h14";
pub(super) const UNDO: &str = "M9 6 4 11l5 5M4 11h10a6 6 0 0 1 0 12h-3";
pub(super) const REDO: &str = "M15 6l5 5-5 5M20 11H10a6 6 0 0 0 0 12h3";
pub(super) const NEARER: &str = "M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12M14.5 14.5 21 21M10 7v6M7 10h6";
pub(super) const FARTHER: &str = "M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12M14.5 14.5 21 21M7 10h6";
pub(super) const PAN: &str = "M12 3v18M3 12h18M12 3 9.5 5.5M12 3l2.5 2.5M12 21l-2.5-2.5M12 21l2.5-2.5M3 12l2.5-2.5M3 12l2.5 2.5\
    M21 12l-2.5-2.5M21 12l-2.5 2.5";
pub(super) const LEFT: &str = "M20 12H5M11 6l-6 6 6 6";
pub(super) const RIGHT: &str = "M4 12h15M13 6l6 6-6 6";
pub(super) const UP: &str = "M12 20V5M6 11l6-6 6 6";
pub(super) const DOWN: &str = "M12 4v15M6 13l6 6 6-6";
pub(super) const WIDER: &str = "M3 5v14M21 5v14M9 12H6m0 0 2-2m-2 2 2 2M15 12h3m0 0-2-2m2 2-2 2";
pub(super) const NARROWER: &str = "M3 5v14M21 5v14M6 12h4m0 0-2-2m2 2-2 2M18 12h-4m0 0 2-2m-2 2 2 2";
pub(super) const TALLER: &str = "M5 3h14M5 21h14M12 9V6m0 0-2 2m2-2 2 2M12 15v3m0 0-2-2m2 2 2-2";
pub(super) const FLATTER: &str = "M5 3h14M5 21h14M12 6v4m0 0-2-2m2 2 2-2M12 18v-4m0 0-2 2m2-2 2 2";
pub(super) const BIN: &str = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5";
