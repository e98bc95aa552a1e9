use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

/// A year.
const LASTING: &str = "; path=/; max-age=31536000; samesite=lax";

/// A choice that this device remembers. In a cookie, so that the server writes its pages accordingly.
pub fn recall(name: &str) -> Option<String> {
    let cookies = page()?.cookie().ok()?;
    let pairs = cookies.split(';').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(known, _)| known.trim() == name).map(|(_, value)| value.trim().to_owned()).next()
}

/// Remembers a choice: a word of letters. A browser that refuses forgets it; nothing depends on it.
pub fn remember(name: &str, value: &str) {
    if let Some(page) = page() {
        let _ = page.set_cookie(&[name, "=", value, LASTING].concat());
    }
}

fn page() -> Option<HtmlDocument> {
    document().dyn_into().ok()
}
