use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::platform::dom::{Part, Tag, tag};

const SPACES: [&str; 7] = ["space-1", "space-2", "space-3", "space-4", "space-5", "space-6", "space-7"];

/// Spacing as bars of that length, and the corners and the shadow of what stands on the page.
pub fn measures() -> Part {
    let spaces = SPACES.map(|name| measured("gallery-space", name));
    let boxes = ["radius-small", "radius", "target"].map(|name| measured("gallery-box", name));
    [tag("ul").class("gallery-spaces").with(spaces), tag("ul").class("gallery-boxes").with(boxes)].into()
}

fn measured(class: &str, token: &str) -> Tag {
    let sample = tag("span").class(&[class, " gallery-", token].concat()).attr("aria-hidden", "true");
    if let Some(element) = sample.element().dyn_ref::<HtmlElement>() {
        // Setting a custom property does not fail.
        let _ = element.style().set_property("--measure", &["var(--", token, ")"].concat());
    }
    tag("li").with(sample).with(tag("span").class("fine").with(token))
}
