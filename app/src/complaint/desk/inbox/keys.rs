use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::platform::ui::focus_on;

const TITLES: &str = ".case-title";

/// Lets people go up and down by keys for as long as the page is there. Fields keep their letters.
pub fn listen() {
    let pressed = window_event_listener(ev::keydown, |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing() {
            return;
        }
        match event.key().as_str() {
            "j" => step(1),
            "k" => step(-1),
            "x" => pick(),
            "/" => focus_on("#inbox-search"),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || pressed.remove());
}

fn is_typing() -> bool {
    let present = document().active_element();
    present.is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => element.get_attribute("type").as_deref() != Some("checkbox"),
        _ => false,
    })
}

/// The row that has the focus, or a part of it.
fn present() -> Option<Element> {
    document().active_element()?.closest(".case-row").ok().flatten()
}

/// Moves the focus by so many rows; from outside to the first.
fn step(by: i32) {
    let Ok(titles) = document().query_selector_all(TITLES) else { return };
    let row = present();
    let place = (0..titles.length()).find(|at| {
        let title = titles.get(*at).and_then(|node| node.dyn_into::<Element>().ok());
        row.is_some() && title.and_then(|title| title.closest(".case-row").ok().flatten()) == row
    });
    let next = place.map_or(0, |place| (place as i32 + by).clamp(0, titles.length() as i32 - 1) as u32);
    if let Some(title) = titles.get(next).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // Focusing what is in the page does not fail.
        let _ = title.focus();
        title.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}

fn pick() {
    let input = present().and_then(|row| row.query_selector(".case-pick").ok().flatten());
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        input.click();
    }
}
