use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::platform::dom::tag;

/// The address whose heading was focused last, so that only a change of page moves the focus: neither the first
/// page, where it belongs to the browser, nor a switch of language.
#[derive(Clone, Copy)]
pub struct Arrival(StoredValue<Option<String>>);

/// Makes arrivals known to everything below.
pub fn provide_arrival() {
    provide_context(Arrival(StoredValue::new(None)));
}

/// A page's heading. Being drawn, it also sets the document's title and takes the focus after a navigation.
pub fn page_heading(text: String) -> AnyView {
    arrive(&text);
    tag("h1").attr("tabindex", "-1").with(text).any()
}

/// Whether no page has been drawn since the application began.
pub fn is_first_page() -> bool {
    use_context::<Arrival>().is_none_or(|Arrival(last)| last.with_value(Option::is_none))
}

/// Tells people that they are on a new page: title and focus. For pages that draw their own `h1` (with
/// `tabindex="-1"`).
pub fn arrive(title: &str) {
    document().set_title(&[title, " – Tanggap"].concat());
    let location = use_location();
    let address = [location.pathname.get_untracked(), location.search.get_untracked()].join("?");
    let Some(Arrival(last)) = use_context::<Arrival>() else { return };
    let before = last.get_value();
    if before.as_ref() == Some(&address) {
        return;
    }
    last.set_value(Some(address));
    if before.is_some() {
        focus_on("h1");
    }
}

/// Moves the focus to the first element that a selector finds, once the view is in the page.
pub fn focus_on(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found {
            // Elements of SVG are focused in the same way, though they are none of HTML's.
            let element: HtmlElement = element.unchecked_into();
            // Focusing an element that is in the page does not fail.
            let _ = element.focus();
        }
    });
}
