use shared::redact::{Corner, Cover};

use super::keys;
use super::tool::{Tool, box_id};
use crate::platform::dom::{Part, Tag, svg};
use crate::platform::reactive::memo;

/// The radius of a corner's sign, in pixels of the screen. Its target is larger.
const CORNER: f64 = 7.0;

/// The boxes over the picture, in its own pixels. They stay the same elements while they are moved, so that one that is
/// moved by keys keeps the focus.
pub(super) fn boxes(tool: Tool) -> Part {
    let count = memo(move || tool.covers.with(|covers| covers.all().len()));
    Part::live(move || (0..count.get()).map(|index| cover(tool, index)).collect::<Vec<_>>())
}

fn cover(tool: Tool, index: usize) -> Tag {
    let area = |class: &str| {
        let side = move |side: fn(Cover) -> f64| {
            move || tool.covers.with(|covers| covers.get(index)).map(|cover| side(cover).to_string())
        };
        svg("rect")
            .class(class)
            .live_attr("x", side(|cover| cover.left))
            .live_attr("y", side(|cover| cover.top))
            .live_attr("width", side(|cover| cover.width))
            .live_attr("height", side(|cover| cover.height))
    };
    let is_chosen = move || tool.chosen.get() == Some(index);
    let corners = move || is_chosen().then(|| Corner::ALL.map(|corner| sign(tool, index, corner)));
    svg("g")
        .id(&box_id(index))
        .class("redact-box")
        .live_class("redact-box-chosen", is_chosen)
        .attr("tabindex", "0")
        .attr("role", "button")
        .attr("aria-roledescription", tool.lang.redact().cover)
        .live_attr("aria-label", move || Some(tool.label(index)))
        .attr("aria-describedby", "redact-keys")
        .on("focus", move |_| tool.chosen.set(Some(index)))
        .on("keydown", move |event| keys::on_box(tool, &event))
        .with(area("redact-area"))
        // Light and dark, so that one of them is seen on any picture.
        .with(area("redact-edge redact-edge-light"))
        .with(area("redact-edge"))
        .live(corners)
}

fn sign(tool: Tool, index: usize, corner: Corner) -> Tag {
    let spot = move || tool.covers.with(|covers| covers.get(index)).map(|cover| cover.corner(corner));
    svg("circle")
        .class("redact-corner")
        .live_attr("cx", move || spot().map(|spot| spot.x.to_string()))
        .live_attr("cy", move || spot().map(|spot| spot.y.to_string()))
        .live_attr("r", move || Some((CORNER / tool.scale.get()).to_string()))
}
