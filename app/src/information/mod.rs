//! Public information. Only the server writes its pages: nothing in them moves, and they are read without scripts, too.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::platform::dom::{Part, Tag, adopted, tag, written};
use crate::platform::net::{fetch_html, load_from};
use crate::platform::reactive::memo;
use crate::platform::ui::{arrive, failure_notice, skeleton};

/// What asks for a page without the frame.
const PART: &str = "bagian=isi";
/// The element that holds a page.
const PAGE: &str = "#app .information";

/// The page of the present address below `/informasi`.
pub fn information_page() -> AnyView {
    let location = use_location();
    let address = memo(move || {
        let query = location.search.get();
        let query = [query.trim_start_matches('?'), PART].join("&");
        (location.pathname.get(), query.trim_start_matches('&').to_owned())
    });
    // The page that was served has it already.
    let served = document().query_selector(PAGE).ok().flatten();
    let served = StoredValue::new_local(served);
    let first = served.with_value(Option::is_some).then(String::new);
    let page = load_from(first, move || {
        let (path, query) = address.get();
        async move { fetch_html(&path, &query).await }
    });
    let content = move || -> Part {
        match (page.value.get(), page.failure.get()) {
            (_, Some(failure)) => failure_notice(&failure, move || page.again()).into(),
            (Some(html), None) => {
                let adopted = served.try_update_value(Option::take).flatten().map(adopted);
                shown(adopted.unwrap_or_else(|| written(&html))).into()
            }
            (None, None) => tag("div").class("page page-narrow").with(skeleton(12)).into(),
        }
    };
    tag("div").live(content).any()
}

/// Tells people where they are: by the page's own heading.
fn shown(page: Tag) -> Tag {
    let heading = page.element().query_selector("h1").ok().flatten();
    arrive(&heading.and_then(|heading| heading.text_content()).unwrap_or_default());
    page
}
