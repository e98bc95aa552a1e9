//! Parts of the pages in a real browser.

mod charts;
mod fields;
mod outbox;
mod photos;
mod redact;
mod requests;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
