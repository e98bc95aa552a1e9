//! The pages of Tanggap, drawn in the browser: one bundle for the public, one for the staff.
//!
//! `platform` holds mechanisms and knows no feature; features know the platform and never each other; the shell
//! puts them into one frame and is the site map.

pub mod platform;

pub mod account;
pub mod complaint;
pub mod evidence;
pub mod home;
pub mod information;
pub mod protection;
pub mod recap;
pub mod request;
pub mod setup;

pub mod shell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Starts the public pages in the page's element `#app`, once the code of the present one is here.
pub fn start_public(pages: shell::LatePages) {
    let path = window().location().pathname().unwrap_or_default();
    match shell::late_page_of(&path, pages) {
        None => mount(move || shell::app(pages)),
        // The framework runs no task before it has mounted something.
        Some(page) => wasm_bindgen_futures::spawn_local(async move {
            // Where it does not come, the page itself says so.
            let _ = (page.load)().await;
            mount(move || shell::app(pages));
        }),
    }
}

/// Starts the page that shows every part in the page's element `#app`.
pub fn start_gallery() {
    mount(shell::gallery);
}

/// Starts the staff's room in the page's element `#app`.
pub fn start_staff(ppid: platform::ui::LatePage) {
    mount(move || shell::staff_app(ppid));
}

fn mount(app: impl FnOnce() -> AnyView + 'static) {
    // Without the element the page is not ours, and its own content is the better one.
    let Some(shell) = document().get_element_by_id("app") else { return };
    // The answer to a form that was sent without the app holds what only the server knows. It stands as it is.
    if shell.query_selector("[data-plain=answer]").is_ok_and(|answer| answer.is_some()) {
        return;
    }
    #[cfg(feature = "late-texts")]
    if !platform::lang::late::take_served(platform::lang::served_lang()) {
        // Texts of another version than the pages': what is served is whole, and this would not be.
        return;
    }
    let place = document().create_element("div").ok().and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    place.set_id("app");
    // For styles and tests: the served page lacks it. Setting an attribute fails for impossible names alone.
    let _ = place.set_attribute("data-drawn", "");
    platform::served::note_typed();
    // Drawn aside first, so that the served page stands until all of the new one is there.
    mount_to(place.clone(), app).forget();
    // Fails for an element that is nobody's child, which this one is not.
    let _ = shell.replace_with_with_node_1(&place);
    // The boot script gives back what people were doing.
    if let Ok(event) = web_sys::Event::new("drawn") {
        let _ = place.dispatch_event(&event);
    }
}
