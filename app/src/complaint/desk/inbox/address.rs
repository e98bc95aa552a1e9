//! The filter lives in the address: it can be kept as a bookmark, and going back goes back.

use js_sys::{decode_uri_component, encode_uri_component};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use shared::complaint::desk::InboxFilter;

use crate::platform::reactive::{Memo, memo};

/// Reads the address. What cannot be read there counts as no filter.
pub fn use_inbox_filter() -> Memo<InboxFilter> {
    let search = use_location().search;
    memo(move || {
        let pairs: Vec<(String, String)> = search.with(|search| {
            let pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
            let decode = |text: &str| decode_uri_component(&text.replace('+', " ")).ok().map(String::from);
            pairs.filter_map(|(name, value)| Some((name.to_owned(), decode(value)?))).collect()
        });
        InboxFilter::parse(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .unwrap_or_default()
    })
}

/// The query of a filter, without its question mark.
pub fn query(filter: &InboxFilter) -> String {
    let pairs = filter
        .pairs()
        .into_iter()
        .map(|(name, value)| [name, "=", &String::from(encode_uri_component(value))].concat());
    pairs.collect::<Vec<_>>().join("&")
}

/// The inbox under a filter.
pub fn address(filter: &InboxFilter) -> String {
    let query = query(filter);
    if query.is_empty() { "/petugas".to_owned() } else { ["/petugas?", &query].concat() }
}

/// What takes the reader to a changed filter, staying where they have scrolled to.
pub fn use_change() -> impl Fn(InboxFilter) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |filter: InboxFilter| {
        navigate(&address(&filter), NavigateOptions { scroll: false, ..NavigateOptions::default() });
    }
}
