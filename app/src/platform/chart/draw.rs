use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::chart::Drawing;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::nodes::Nodes;
use crate::platform::dom::{Tag, svg};
use crate::platform::reactive::{Memo, watch};

/// Where a row of a chart leads: from its key to an address.
pub type Link = Callback<String, Option<String>>;

/// Draws a chart into an SVG. Nodes are kept by the rows' keys and only what changed in them is written.
///
/// Where rows lead somewhere the drawing is a group of links: an image would hide them from those who do not see.
pub fn draw(drawing: Memo<Drawing>, name: &str, described_by: &str, link: Option<Link>) -> Tag {
    let canvas = svg("svg")
        .class("chart")
        .attr("role", if link.is_some() { "group" } else { "img" })
        .attr("aria-label", name)
        .attr("aria-describedby", described_by);
    let nodes = StoredValue::new_local(Nodes::new(canvas.element()));
    watch(move || {
        let drawing = drawing.get();
        let address = |key: &str| link.and_then(|link| link.run(key.to_owned()));
        nodes.update_value(|nodes| nodes.show(&drawing, &address));
    });
    if link.is_none() {
        return canvas;
    }
    let navigate = use_navigate();
    canvas.on("click", move |event| {
        if let Some(address) = address_of(&event) {
            event.prevent_default();
            navigate(&address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
        }
    })
}

/// The address of the link that was pressed, if it should open right here. The router follows links of HTML alone.
fn address_of(event: &Event) -> Option<String> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() {
        return None;
    }
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    pressed.closest("a").ok().flatten()?.get_attribute("href")
}
