//! The pages of Tanggap, drawn in the browser: one bundle for the public, one for the staff.
//!
//! `platform` holds mechanisms and knows no feature; features know the platform and never each other; the shell
//! puts them into one frame and is the site map.

pub mod platform;

pub mod complaint;
pub mod home;
pub mod recap;

pub mod shell;
pub mod staff;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Starts the public pages in the page's element `#app`.
pub fn start_public() {
    mount(shell::app);
}

/// Starts the staff's room in the page's element `#app`.
pub fn start_staff() {
    mount(staff::app);
}

fn mount(app: fn() -> AnyView) {
    let place =
        document().get_element_by_id("app").and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // Without the element the page is not ours, and its own text is the better one.
    let Some(place) = place else { return };
    place.set_text_content(None);
    mount_to(place, app).forget();
}
