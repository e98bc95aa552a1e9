//! Texts that are fetched: those of the served page's language with it, the others when somebody asks for them.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use shared::lang::{Lang, load};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Takes in the texts that came with the page.
pub fn take_served(lang: Lang) -> bool {
    texts(served("texts")).is_some_and(|texts| load(lang, texts))
}

/// Fetches the texts of a language.
pub async fn fetch(lang: Lang) -> bool {
    let Ok(fetch) = served("textsOf").dyn_into::<Function>() else { return false };
    let promise = fetch.call1(&JsValue::UNDEFINED, &JsValue::from_str(lang.tag()));
    let Some(promise) = promise.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return false;
    };
    let list = JsFuture::from(promise).await;
    list.ok().and_then(texts).is_some_and(|texts| load(lang, texts))
}

fn served(name: &str) -> JsValue {
    let page = Reflect::get(&window(), &"served".into()).unwrap_or(JsValue::UNDEFINED);
    Reflect::get(&page, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn texts(list: JsValue) -> Option<Vec<String>> {
    list.dyn_into::<Array>().ok()?.iter().map(|text| text.as_string()).collect()
}
