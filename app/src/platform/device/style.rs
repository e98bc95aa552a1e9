use js_sys::{Function, Promise};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;

/// Fetches the styles of a part of the page that comes late; whether they are here. A page that has them from the
/// beginning names no address for them.
pub async fn late_style(name: &str) -> bool {
    fetch(name).await.is_some()
}

async fn fetch(name: &str) -> Option<()> {
    let named = document().query_selector(&["script[data-", name, "]"].concat()).ok()?;
    let Some(address) = named.and_then(|script| script.get_attribute(&["data-", name].concat())) else {
        return Some(());
    };
    let there = ["link[href=\"", &address, "\"]"].concat();
    if document().query_selector(&there).ok()?.is_some() {
        return Some(());
    }
    let link: HtmlLinkElement = document().create_element("link").ok()?.dyn_into().ok()?;
    link.set_rel("stylesheet");
    link.set_href(&address);
    let loaded = Promise::new(&mut |resolve: Function, reject: Function| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&reject));
    });
    document().head()?.append_child(&link).ok()?;
    if JsFuture::from(loaded).await.is_ok() {
        return Some(());
    }
    // The next try begins anew.
    link.remove();
    None
}
