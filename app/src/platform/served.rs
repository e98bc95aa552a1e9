//! What the served page brought along: data for the first drawing, and what people typed before the app was there.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::{document, window};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::device::keep_seen;
use super::net::decode;
use super::object::get;

thread_local! {
    static TYPED: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Takes a part of the page's data. Each is given once: a page that is drawn again later asks the server.
pub fn take<T: DeserializeOwned>(name: &str) -> Option<T> {
    take_value(name).and_then(decode)
}

/// The same, and keeps it under its name, to be read again without a connection.
pub fn take_keeping<T: DeserializeOwned>(name: &'static str) -> Option<T> {
    let value = take_value(name)?;
    keep(name, &value);
    decode(value)
}

/// Keeps a part under its name, to be read again without a connection, where it is not read like that already.
pub fn keep(name: &'static str, value: &JsValue) {
    if !is_copy() {
        keep_seen(name, value.clone());
    }
}

/// A part as it came; given once.
pub fn take_value(name: &str) -> Option<JsValue> {
    let data = get(&get(&window(), "served"), "data");
    let value = get(&data, name);
    if !data.is_undefined() {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&data, &JsValue::from_str(name), &JsValue::UNDEFINED);
    }
    (!value.is_undefined()).then_some(value)
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
