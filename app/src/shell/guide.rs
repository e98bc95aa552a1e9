use leptos::prelude::*;

use crate::platform::dom::{Part, adopted, tag, written};
use crate::platform::lang::use_lang;
use crate::platform::net::{fetch_text, load_from};
use crate::platform::ui::{arrive, failure_notice, skeleton};

/// The address that writes the guide alone, without the frame.
const ADDRESS: (&str, &str) = ("/panduan", "bagian=isi");

/// The guide. Only the server writes it: it is long, and nothing in it moves.
pub fn guide_page() -> Part {
    arrive(use_lang().shell().nav_guide);
    // The page that was served has it already.
    if let Ok(Some(served)) = document().query_selector("#app .guide") {
        return adopted(served).into();
    }
    let guide = load_from(None, || fetch_text(ADDRESS.0, ADDRESS.1));
    Part::live(move || -> Part {
        match (guide.value.get(), guide.failure.get()) {
            (Some(html), _) => written(&html).into(),
            (None, Some(failure)) => failure_notice(&failure, move || guide.again()).into(),
            (None, None) => tag("div").class("page page-narrow").with(skeleton(12)).into(),
        }
    })
}
