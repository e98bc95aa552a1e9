//! What is public already is offered while somebody writes what they ask for. Without this the form offers it once it is sent.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{JsString, Reflect};
use shared::api::SuggestInformation;
use shared::information::{InformationQuestion, InformationSuggestion};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::platform::device::rest;
use crate::platform::dom::{Tag, tag};
use crate::platform::net::{Call, call};
use crate::platform::reactive::spawn_here;

/// What is asked for, and where what is public already is put.
const WHAT: &str = "#what";
const PLACE: &str = "#offered-now";
/// How long nobody must have typed.
const PAUSE: Duration = Duration::from_millis(400);

/// Follows the form of a page, where it has one.
pub fn offer_as_one_types(page: Tag) -> Tag {
    let of = |selector: &str| page.element().query_selector(selector).ok().flatten();
    let (Some(what), Some(place)) = (of(WHAT), of(PLACE)) else { return page };
    let asked = Rc::new(Cell::new(0u32));
    page.on("input", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.as_ref() != Some(&what) {
            return;
        }
        asked.set(asked.get() + 1);
        let (number, asked, place) = (asked.get(), Rc::clone(&asked), place.clone());
        let text = typed(&what);
        spawn_here(async move {
            rest(PAUSE).await;
            if asked.get() != number {
                return;
            }
            let question = InformationQuestion { text };
            let answer =
                call::<SuggestInformation>(Call { is_quiet: true, ..Call::default() }, &question).await;
            // Only the last question is answered. Where nothing can be asked, nothing is offered.
            if let (true, Ok(found)) = (asked.get() == number, answer) {
                show(&place, &found);
            }
        });
    })
}

fn typed(what: &Element) -> String {
    let value = Reflect::get(what, &JsValue::from_str("value")).ok();
    value.and_then(|value| value.dyn_into::<JsString>().ok()).map(String::from).unwrap_or_default()
}

/// Puts what was found into its place, and tells who listens.
fn show(place: &Element, found: &[InformationSuggestion]) {
    place.set_text_content(None);
    let name = place.get_attribute("data-name").unwrap_or_default();
    if found.is_empty() {
        return;
    }
    let lines: Vec<_> = found.iter().map(line).collect();
    // What was shown here is not shown once more when the form is sent.
    let shown = place.get_attribute("data-shown").unwrap_or_default();
    let shown = tag("input").attr("type", "hidden").attr("name", shown).attr("value", "1");
    let list = tag("div")
        .class("panel panel-asks")
        .with(shown)
        .with(tag("p").with(tag("strong").with(name)))
        .with(tag("ul").with(lines));
    let _ = place.append_child(&list.element());
}

fn line(one: &InformationSuggestion) -> Tag {
    let address = ["/informasi/", &one.id.to_string()].concat();
    // It opens beside the form, which holds what was typed.
    let link = tag("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener external")
        .with(one.title.as_str());
    tag("li").with(link).with(tag("p").class("fine").with(one.summary.as_str()))
}
