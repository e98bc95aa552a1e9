use js_sys::Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::draft::Draft;
use super::step::{Step, element_of};
use crate::platform::reactive::RwSignal;
use crate::platform::served::{typed, typed_value};

/// Takes over what was filled into the served form before the app was there, and goes to the step of the field that
/// people are at.
pub fn adopt(draft: Draft) {
    for (name, signal) in draft.texts() {
        if let Some(text) = typed(name) {
            signal.set(text);
        }
    }
    if let Some(region) = typed("region label") {
        draft.region_names.update(|names| names[0] = region);
    }
    adopt_switch("anonymous", draft.anonymous);
    adopt_switch("confidential", draft.confidential);
    if let Ok(files) = typed_value("files").dyn_into::<Array>() {
        draft.attachments.take_in(files.iter().filter_map(|file| file.dyn_into::<File>().ok()).collect());
    }
    let is_at = |step: &Step, id: &str| step.fields().iter().any(|field| element_of(field) == id);
    let step = typed("focus").and_then(|id| Step::ALL.into_iter().find(|step| is_at(step, &id)));
    if let (Some(step), Ok(history)) = (step.filter(|step| *step != Step::Class), window().history()) {
        // Where it fails the form begins with its first step, which loses nothing.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&step.address()));
    }
}

fn adopt_switch(name: &str, signal: RwSignal<bool>) {
    if let Some(is_on) = typed_value(name).as_bool() {
        signal.set(is_on);
    }
}
