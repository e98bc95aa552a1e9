//! Properties of the browser's objects, read and written by name.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// A property; undefined where there is none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a text; empty where it is none.
pub fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

/// A property that is a number; zero where it is none.
pub fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap_or_default()
}

/// Sets a property of an object made here, which cannot fail.
pub fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    write(object, name, &value.into());
}

#[inline(never)]
fn write(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
