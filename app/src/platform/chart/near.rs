use js_sys::Array;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::platform::dom::Tag;
use crate::platform::reactive::RwSignal;

/// How far beyond the screen is still close to it: people scroll faster than a slow phone draws.
const MARGIN: &str = "50%";

/// Keeps a signal of whether a part of the page is on the screen or close to it. It stays true where browsers cannot
/// tell.
pub fn tell_near(part: Tag, near: RwSignal<bool>) -> Tag {
    let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        // The latest of what happened since the last time.
        let latest = entries.get(entries.length().saturating_sub(1)).dyn_into::<IntersectionObserverEntry>();
        near.set(latest.is_ok_and(|entry| entry.is_intersecting()));
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let callback = told.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) {
        observer.observe(&part.element());
        let held = SendWrapper::new((observer, told));
        on_cleanup(move || held.0.disconnect());
    }
    part
}
