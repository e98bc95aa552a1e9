use leptos::prelude::*;

use super::boxes::boxes;
use super::pointer::Fingers;
use super::tool::{Shown, Tool};
use crate::platform::dom::{Tag, svg, tag};

/// The picture with its boxes, in a room that scrolls once it is zoomed.
pub(super) fn stage(tool: Tool, address: &str) -> Tag {
    let extent = tool.extent();
    let (width, height) = (extent.width.to_string(), extent.height.to_string());
    let image = svg("image").attr("href", address).attr("width", &width).attr("height", &height);
    let picture = svg("svg")
        .class("redact-picture")
        .attr("viewBox", ["0 0 ", &width, " ", &height].concat())
        .with(image)
        .with(boxes(tool));
    let picture_element = picture.element();
    // The margin around the picture belongs to it: corners at its edges reach into it.
    let ground = Fingers::on(tool, tag("div").class("redact-ground"))
        .live_class("redact-ground-pans", move || tool.is_panning.get())
        .with(picture);
    let room = tag("div")
        .class("redact-room")
        .attr("role", "application")
        .attr("aria-label", tool.lang.redact().stage)
        // It scrolls, and keys must be able to do that as well.
        .attr("tabindex", "0");
    tool.show_in(Shown { room: room.element(), picture: picture_element });
    let resized = window_event_listener(leptos::ev::resize, move |_| tool.lay_out());
    on_cleanup(move || resized.remove());
    // There is no room to measure before it is in the page.
    request_animation_frame(move || tool.lay_out());
    room.with(ground)
}
