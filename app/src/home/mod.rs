//! The first page: how do I complain, where is mine, how is the government doing.

mod channels;
mod immediate;
mod kept;
mod recap;
mod steps;
mod track;

use leptos::prelude::*;

use self::channels::channels;
use self::immediate::immediate;
use self::kept::kept;
use self::recap::recap;
use self::steps::steps;
use self::track::track;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// The first page.
pub fn home_page() -> AnyView {
    let texts = use_lang().home();
    let ways = tag("div").class("ways").with([file(), track(), recap()]).with(channels());
    tag("div")
        .class("page home")
        .with(immediate())
        .with(page_heading(texts.title.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(kept())
        .with(ways)
        .with(steps())
        .any()
}

/// The way to the form.
fn file() -> Tag {
    let texts = use_lang().home();
    way("way-file", texts.file)
        .with(tag("p").class("way-note").with(texts.file_note))
        .with(tag("a").class("button button-main way-button").attr("href", "/adukan").with(texts.file_button))
}

/// One of the ways on: a section under its name.
fn way(id: &str, name: &str) -> Tag {
    tag("section").class(&["way ", id].concat()).attr("aria-labelledby", id).with(tag("h2").id(id).with(name))
}
