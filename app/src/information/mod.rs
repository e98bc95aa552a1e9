//! Public information. The server alone writes its pages, and every way to them and between them loads one: they are read
//! without scripts, and their form and styles would not pass the gate for HTML. The application takes over what was
//! served, with its frame, and answers in the list while somebody types.

pub mod consequence;
mod offering;
mod typing;

pub mod desk;

use leptos::prelude::*;
use offering::offer_as_one_types;
use typing::answer_as_one_types;

use crate::platform::dom::{Part, adopted, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{arrive, is_first_page, page_heading, skeleton};

/// The element that holds a page: of public information, or the form that asks for it.
const PAGE: &str = "#app .information, #app .request-form";

/// The page of the present address below `/informasi`, and the empty form of a request, which looks into the same list.
pub fn information_page() -> AnyView {
    if let Ok(Some(served)) = document().query_selector(PAGE) {
        let heading = served.query_selector("h1").ok().flatten();
        arrive(&heading.and_then(|heading| heading.text_content()).unwrap_or_default());
        return offer_as_one_types(answer_as_one_types(adopted(served))).any();
    }
    let place = tag("div").class("page page-narrow");
    if is_first_page() {
        // The server had none at this address, and would have none again.
        let texts = use_lang().shell();
        let words: [Part; 2] =
            [page_heading(texts.not_found.to_owned()).into(), tag("p").with(texts.not_found_words).into()];
        return place.with(words).any();
    }
    // Somebody went back to it, or reads another language now. A reload that fails leaves the browser's own page.
    let _ = window().location().reload();
    place.with(skeleton(12)).any()
}
