use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::api::GetDeskRequest;
use shared::lang::Lang;
use shared::request::DeskRequest;

use super::address;
use super::asked::{asked, standing};
use super::clock::clock;
use super::files::files;
use super::letters::letters;
use super::objections::objections;
use super::opened::Opened;
use super::publish::publish;
use super::story::story;
use super::ways::ways;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::ui::{notice, page_heading, refused, skeleton};

/// The request of the address.
pub fn request_page() -> Tag {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let number = Memo::new(move |before: Option<&String>| {
        let number = path.with(|path| address::read(path)).map(|(number, _)| number);
        number.or_else(|| before.cloned()).unwrap_or_default()
    });
    tag("div").live(move || request(number.get()))
}

/// A request as the server has it.
pub fn load_request(number: StoredValue<String>) -> Load<DeskRequest> {
    let session = use_session();
    let load = load(move || {
        let number = number.get_value();
        async move { call::<GetDeskRequest>(Call { path: &[&number], ..Call::default() }, &()).await }
    });
    watch(move || {
        if let Some(failure) = load.failure.get() {
            session.note(&failure);
        }
    });
    load
}

/// The way back.
pub fn way_back(address: &str, words: &'static str) -> Tag {
    tag("p").class("no-print").with(tag("a").attr("href", address).with(words))
}

fn request(number: String) -> Tag {
    let lang = use_lang();
    let texts = lang.requesting();
    let number = StoredValue::new(number);
    let load = load_request(number);
    let opened = Opened { lang, number, load, form: RwSignal::new(None), told: RwSignal::new(None) };
    let is_here = memo(move || load.value.with(Option::is_some));
    let body = move || -> Part {
        if is_here.get() {
            return parts(opened);
        }
        load.failure.with(Option::is_none).then(|| skeleton(6)).into()
    };
    let failed = move || load.failure.get().map(|failure| refused(&failure, move || load.again()));
    tag("div")
        .class("page page-case")
        .with(way_back(address::ADDRESS, texts.back))
        .with(page_heading(number.get_value()))
        .live(failed)
        .live(body)
}

fn parts(opened: Opened) -> Part {
    let lang = opened.lang;
    let of = move |draw: fn(Lang, &DeskRequest) -> Part| {
        Part::live(move || {
            opened.load.value.with(|view| view.as_ref().map_or(Part::Nothing, |view| draw(lang, view)))
        })
    };
    let told = move || {
        let (tone, words) = opened.told.get()?;
        Some(notice(tone, tag("p").id("told").attr("tabindex", "-1").with(words)))
    };
    let main = tag("div")
        .class("case-main")
        .with(ways(opened))
        .with(files(opened))
        .with(of(asked))
        .with(of(letters))
        .with(publish(opened))
        .with(of(objections))
        .with(of(story));
    let side = tag("div").class("case-side").with(of(clock));
    let parts: [Part; 3] =
        [of(standing), Part::live(told), tag("div").class("case case-desk").with(main).with(side).into()];
    parts.into()
}
