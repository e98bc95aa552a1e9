//! The list answers while somebody types: what was found takes the place of what was found before, and the address says what
//! is looked for. Without this the form sends itself.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{JsString, Reflect, encode_uri_component};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::platform::device::rest;
use crate::platform::dom::Tag;
use crate::platform::lang::use_lang;
use crate::platform::net::fetch_text;
use crate::platform::reactive::spawn_here;

/// Where the list is.
const ADDRESS: &str = "/informasi";
/// The form, what was found, and what is told of it.
const FORM: &str = ".information-form";
const FOUND: &str = "#information-found";
const TOLD: &str = "#information-told";
/// How long nobody must have typed.
const PAUSE: Duration = Duration::from_millis(150);

/// Follows the form of a page, where it has one.
pub fn answer_as_one_types(page: Tag) -> Tag {
    if page.element().query_selector(FORM).ok().flatten().is_none() {
        return page;
    }
    let lang = use_lang();
    let asked = Rc::new(Cell::new(0u32));
    let ask = move |pause: Duration| {
        let asked = Rc::clone(&asked);
        asked.set(asked.get() + 1);
        let number = asked.get();
        spawn_here(async move {
            rest(pause).await;
            if asked.get() != number {
                return;
            }
            let query = query();
            mark_busy(true);
            let answer = fetch_text(ADDRESS, &["bagian=isi", &query].concat()).await;
            // Only the last question is answered.
            if asked.get() != number {
                return;
            }
            mark_busy(false);
            match answer {
                Ok(html) => show(&html, &query),
                Err(failure) => tell(&failure.sentence(lang)),
            }
        });
    };
    let sent = ask.clone();
    page.on("input", move |_| ask(PAUSE)).on("submit", move |event| {
        event.prevent_default();
        sent(Duration::ZERO);
    })
}

/// What the form holds, each with an ampersand before it; what is empty asks for nothing.
fn query() -> String {
    let mut query = String::new();
    let Ok(fields) = document().query_selector_all(".information-form [name]") else { return query };
    for field in (0..fields.length()).filter_map(|place| fields.item(place)) {
        let text = |name: &str| {
            let value = Reflect::get(&field, &JsValue::from_str(name)).ok()?;
            value.dyn_into::<JsString>().ok().map(String::from)
        };
        if let (Some(name), Some(value)) = (text("name"), text("value"))
            && !value.trim().is_empty()
        {
            query.push_str(&["&", &name, "=", &String::from(encode_uri_component(value.trim()))].concat());
        }
    }
    query
}

fn place(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn show(html: &str, query: &str) {
    let Some(found) = place(FOUND) else { return };
    found.set_inner_html(html);
    let told = found.first_element_child().and_then(|part| part.get_attribute("data-told"));
    tell(&told.unwrap_or_default());
    let address = if query.is_empty() {
        ADDRESS.to_owned()
    } else {
        [ADDRESS, "?", query.trim_start_matches('&')].concat()
    };
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn tell(words: &str) {
    if let Some(told) = place(TOLD) {
        told.set_text_content(Some(words));
    }
}

fn mark_busy(is_busy: bool) {
    if let Some(found) = place(FOUND) {
        let _ = found.set_attribute("aria-busy", if is_busy { "true" } else { "false" });
    }
}
