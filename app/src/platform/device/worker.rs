use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::platform::reactive::RwSignal;

#[wasm_bindgen(module = "/shell/worker.js")]
extern "C" {
    #[wasm_bindgen(js_name = register)]
    fn js_register(on_newer: &Closure<dyn FnMut()>);
    #[wasm_bindgen(js_name = bringIn)]
    fn js_bring_in();
}

/// Whether a newer version of the pages waits to be brought in.
#[derive(Clone, Copy)]
pub struct Newer(pub RwSignal<bool>);

/// Registers the service worker and makes a newer version known to everything below.
pub fn provide_worker() {
    let newer = Newer(RwSignal::new(false));
    provide_context(newer);
    let found = Closure::<dyn FnMut()>::new(move || newer.0.set(true));
    js_register(&found);
    // As long as the page.
    found.forget();
}

/// Loads the page anew in the version that waits.
pub fn bring_in_newer() {
    js_bring_in();
}
