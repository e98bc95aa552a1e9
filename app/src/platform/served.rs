//! What the served page brought along: data for the first drawing, and what people typed before the app was there.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::{document, window};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::net::decode;
use super::object::get;

thread_local! {
    static TYPED: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Takes a part of the page's data. Each is given once: a page that is drawn again later asks the server.
pub fn take<T: DeserializeOwned>(name: &str) -> Option<T> {
    let data = get(&get(&window(), "served"), "data");
    let value = get(&data, name);
    if !data.is_undefined() {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &JsValue::UNDEFINED);
    }
    if value.is_undefined() { None } else { decode(value) }
}

/// Whether the page is a copy that the service worker kept, and no answer of the server.
pub fn is_copy() -> bool {
    document().document_element().is_some_and(|page| page.has_attribute("data-copy"))
}

/// Notes what was typed. To be called just before the served page is replaced.
pub fn note_typed() {
    TYPED.set(get(&get(&window(), "served"), "typed"));
}

/// What was typed into a field of the served page, by its name.
pub fn typed(name: &str) -> Option<String> {
    typed_value(name).as_string()
}

/// What was typed as the browser has it: a truth for a switch, a list of files for files.
pub fn typed_value(name: &str) -> JsValue {
    TYPED.with_borrow(|typed| get(typed, name))
}
