use leptos::prelude::*;
use shared::api::{Endpoint, GetRecap, RECAP_CSV_PATH, RECAP_XLSX_PATH};
use shared::recap::{Dimension, Filter};

use super::words::fill;
use crate::platform::lang::use_lang;

/// Links to a recap's files, at addresses that stay.
pub fn files(by: Dimension, name: &'static str, filter: Signal<Filter>) -> AnyView {
    let texts = use_lang().recap();
    let kinds = [("CSV", RECAP_CSV_PATH), ("XLSX", RECAP_XLSX_PATH), ("JSON", GetRecap::PATH)];
    let links = kinds.map(|(format, path)| {
        let address = move || {
            let query = filter.with(Filter::to_query);
            let and = if query.is_empty() { "" } else { "&" };
            [path, "?by=", by.as_str(), and, &query].concat()
        };
        let label = fill(texts.download_as, &[("name", name), ("format", format)]);
        // JSON is looked at, tables are kept; neither is a page of ours.
        let download = (path != GetRecap::PATH).then_some("");
        view! {
            <li>
                <a href=address rel="external" download=download aria-label=label>
                    {format}
                </a>
            </li>
        }
    });
    view! {
        <div class="figure-files">
            <span>{texts.download}</span>
            <ul>{links.into_iter().collect_view()}</ul>
        </div>
    }
    .into_any()
}
