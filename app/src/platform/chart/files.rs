use shared::api::{Endpoint, GetRecap, RECAP_CSV_PATH, RECAP_XLSX_PATH};
use shared::lang::fill;
use shared::recap::{Dimension, Filter};

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::Signal;

/// Links to a recap's files, at addresses that stay.
pub fn files(by: Dimension, name: &'static str, filter: Signal<Filter>) -> Tag {
    let texts = use_lang().recap();
    let kinds = [("CSV", RECAP_CSV_PATH), ("XLSX", RECAP_XLSX_PATH), ("JSON", GetRecap::PATH)];
    let links = kinds.map(|(format, path)| {
        let address = move || {
            let query = filter.with(Filter::to_query);
            let and = if query.is_empty() { "" } else { "&" };
            Some([path, "?by=", by.as_str(), and, &query].concat())
        };
        let label = fill(texts.download_as, &[("name", name), ("format", format)]);
        // JSON is looked at, tables are kept; neither is a page of ours.
        let download = (path != GetRecap::PATH).then_some("");
        let link = tag("a")
            .live_attr("href", address)
            .attr("rel", "external")
            .attr_some("download", download)
            .attr("aria-label", label)
            .with(format);
        tag("li").with(link)
    });
    tag("div").class("figure-files").with(tag("span").with(texts.download)).with(tag("ul").with(links))
}
