//! The staff's room, still empty: its own entry, its own texts, nothing of the citizens' pages.

mod words;

use leptos::prelude::*;

use crate::platform::device::provide_theme;
use crate::platform::dom::tag;
use crate::platform::lang::provide_lang;

/// The room.
pub fn app() -> AnyView {
    provide_theme();
    let words = words::of(provide_lang().get_untracked());
    document().set_title(words.title);
    let home = tag("p").with(tag("a").attr("href", "/").with(words.home));
    let page = tag("main").class("main page page-narrow").with(tag("h1").with(words.title));
    page.with(tag("p").with(words.not_yet)).with(home).any()
}
