use leptos::prelude::*;

use crate::platform::dom::tag;
use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// An address that leads nowhere.
pub fn not_found_page() -> AnyView {
    let texts = use_lang().shell();
    let way = |address, label| tag("li").with(tag("a").attr("href", address).with(label));
    let ways = [
        way("/adukan", texts.nav_file),
        way("/lacak", texts.nav_track),
        way("/rekap", texts.nav_recap),
        tag("li")
            .with(tag("a").attr("href", "/informasi").attr("rel", "external").with(texts.nav_information)),
        way("/panduan", texts.nav_guide),
    ];
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.not_found.to_owned()))
        .with(tag("p").with(texts.not_found_words))
        .with(tag("ul").class("ways-on").with(ways))
        .any()
}
