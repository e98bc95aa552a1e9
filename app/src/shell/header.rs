use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::choices::{lang_choice, theme_choice};
use super::frame::Frame;
use crate::platform::aloud::aloud_choice;
use crate::platform::dom::{Tag, svg, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::focus_on;

/// Name, ways on, language and theme.
pub fn header(parts: Frame) -> Tag {
    let texts = use_lang().shell();
    let links = [
        link("/adukan", texts.nav_file),
        link("/lacak", texts.nav_track),
        link("/rekap", texts.nav_recap),
        // The server alone writes these.
        link("/informasi", texts.nav_information).attr("rel", "external"),
        link("/panduan", texts.nav_guide),
    ];
    let choices = tag("div")
        .class("header-choices")
        .with(aloud_choice())
        .with(lang_choice(parts.lang))
        .with(theme_choice(parts.theme));
    let inner = tag("div")
        .class("header-inner")
        .with(brand("/", province(parts)))
        .with(tag("nav").class("nav").attr("aria-label", texts.navigation).with(links))
        .with(choices);
    let is_demo = move || parts.meta.value.with(|meta| meta.as_ref().is_some_and(|meta| meta.instance.demo));
    let banner =
        move || is_demo().then(|| tag("p").class("demo-banner").attr("role", "note").with(texts.demo));
    tag("header").class("header").with(skip()).live(banner).with(inner)
}

/// Past the navigation. It lies in a landmark, since what is urgent may stand above everything that the application draws.
/// Focused by hand: a fragment would become part of the address that people share.
fn skip() -> Tag {
    tag("a").class("skip").attr("href", "#main").with(use_lang().shell().skip).on("click", |event| {
        event.prevent_default();
        focus_on("main");
    })
}

fn province(parts: Frame) -> impl Fn() -> Option<String> {
    move || parts.meta.value.with(|meta| meta.as_ref().map(|meta| meta.instance.province.clone()))
}

/// Sign and name, and below it whose they are.
pub fn brand(address: &str, place: impl Fn() -> Option<String> + 'static) -> Tag {
    let bubble = "M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H14l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z";
    let sign = svg("svg")
        .class("brand-sign")
        .attr("viewBox", "0 0 32 32")
        .attr("aria-hidden", "true")
        .with(svg("path").class("brand-bubble").attr("d", bubble))
        .with(svg("path").class("brand-tick").attr("d", "M9.5 14.5l4.5 4.5 8.5-9"));
    let words = tag("span")
        .class("brand-words")
        .with(tag("span").class("brand-name").with(use_lang().shell().title))
        .with(tag("span").class("brand-place").live(place));
    tag("a").attr("href", address).class("brand").with(sign).with(words)
}

/// A way on, marked while one is there or below.
fn link(address: &'static str, label: &'static str) -> Tag {
    let path = use_location().pathname;
    let is_here = move || path.with(|path| path.split('/').nth(1) == address.split('/').nth(1));
    tag("a")
        .attr("href", address)
        .class("nav-link")
        .live_attr("aria-current", move || is_here().then(|| "page".to_owned()))
        .with(label)
}
