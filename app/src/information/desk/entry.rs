use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use shared::api::GetDeskInformation;
use shared::information::{DeskInformation, InformationAction, InformationStage};
use shared::lang::{Lang, fill};

use super::facts::{badges, facts};
use super::files::files;
use super::form::entry_form;
use super::list::ADDRESS;
use super::opened::Opened;
use super::reason::reason_form;
use super::ways::ways;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::ui::{Tone, arrive, notice, page_heading, refused, skeleton};

/// The form of an entry that is not there yet.
pub fn new_page() -> Tag {
    let texts = use_lang().informing();
    let navigate = use_navigate();
    let done = move |entry: DeskInformation| {
        navigate(&[ADDRESS, "/", &entry.id.to_string()].concat(), Default::default());
    };
    tag("div")
        .class("page page-narrow")
        .with(way_back(texts.back))
        .with(page_heading(texts.new_heading.to_owned()))
        .with(entry_form(None, || 0, done, || {}, || {}))
}

fn way_back(words: &'static str) -> Tag {
    tag("p").with(tag("a").attr("href", ADDRESS).with(words))
}

/// The entry of the address.
pub fn entry_page() -> Tag {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let id = Memo::new(move |before: Option<&String>| {
        let id = path.with(|path| {
            path.strip_prefix(ADDRESS)
                .map(|rest| rest.trim_matches('/').to_owned())
                .filter(|id| !id.is_empty())
        });
        id.or_else(|| before.cloned()).unwrap_or_default()
    });
    tag("div").live(move || entry(id.get()))
}

fn entry(id: String) -> Tag {
    let lang = use_lang();
    let session = use_session();
    let load = load(move || {
        let id = id.clone();
        async move { call::<GetDeskInformation>(Call { path: &[&id], ..Call::default() }, &()).await }
    });
    watch(move || {
        if let Some(failure) = load.failure.get() {
            session.note(&failure);
        }
    });
    let opened = Opened { lang, load, form: RwSignal::new(None), told: RwSignal::new(None) };
    let is_here = memo(move || load.value.with(Option::is_some));
    let title = memo(move || load.value.with(|entry| entry.as_ref().map(|entry| entry.newest.title.clone())));
    let body = move || -> Part {
        if is_here.get() {
            return parts(opened);
        }
        load.failure.with(Option::is_none).then(|| skeleton(6)).into()
    };
    let failed = move || load.failure.get().map(|failure| refused(&failure, move || load.again()));
    // Drawn once, so that it keeps the focus when the entry's own title arrives.
    let name = move || title.get().unwrap_or_else(|| lang.informing().page.to_owned());
    watch(move || arrive(&name()));
    let heading = tag("h1").attr("tabindex", "-1").live(name);
    tag("div")
        .class("page page-narrow")
        .with(way_back(lang.informing().back))
        .with(heading)
        .live(failed)
        .live(body)
}

fn parts(opened: Opened) -> Part {
    let lang = use_lang();
    let of = move |draw: fn(Lang, &DeskInformation) -> Part| {
        Part::live(move || {
            opened.load.value.with(|entry| entry.as_ref().map_or(Part::Nothing, |entry| draw(lang, entry)))
        })
    };
    let told = move || {
        let (tone, words) = opened.told.get()?;
        Some(notice(tone, tag("p").id("told").attr("tabindex", "-1").with(words)))
    };
    // A form that is open stays as it is typed, whatever is loaded meanwhile.
    let form = move || -> Part {
        let open = opened.form.get();
        let entry = opened.load.value.get_untracked();
        match (open, entry) {
            (Some(InformationAction::Write), Some(entry)) => written(opened, entry).into(),
            (Some(action), Some(entry)) => reason_form(opened, action, &entry).into(),
            _ => Part::live(move || {
                opened.load.value.with(|entry| entry.as_ref().map(|entry| ways(opened, entry)))
            }),
        }
    };
    let columns = move || -> Part {
        // What somebody else has made of it meanwhile is shown below what is typed.
        let is_covered =
            opened.form.get() == Some(InformationAction::Write) && opened.told.with(Option::is_none);
        if is_covered { Part::Nothing } else { of(columns) }
    };
    let parts: [Part; 5] = [
        of(standing),
        Part::live(told),
        tag("div").live(form).into(),
        tag("div").live(columns).into(),
        files(opened).into(),
    ];
    parts.into()
}

/// Its stage, what everyone reads, and why it came back.
fn standing(lang: Lang, entry: &DeskInformation) -> Part {
    let texts = lang.informing();
    let number = entry.newest.number;
    let version = tag("span").class("fine").with(fill(texts.version, &[("n", &number.to_string())]));
    let before = entry
        .public_number
        .filter(|public| *public != number)
        .map(|public| tag("p").with(fill(texts.public_before, &[("n", &public.to_string())])));
    let page = entry.public_number.map(|_| {
        let address = ["/informasi/", &entry.id.to_string()].concat();
        tag("p").with(tag("a").attr("href", address).attr("rel", "external").with(texts.public_page))
    });
    let reason = entry.reason.as_deref().map(|reason| {
        let is_withdrawn = entry.stage == InformationStage::Withdrawn;
        let words = if is_withdrawn { texts.withdrawn } else { texts.sent_back };
        notice(Tone::Warning, tag("p").with(fill(words, &[("reason", reason)])))
    });
    let is_theirs = entry.actions.contains(&InformationAction::Check);
    let waits = (entry.stage == InformationStage::Draft && !is_theirs)
        .then(|| tag("p").class("fine").with(texts.waits));
    let line = tag("p")
        .with(badges(lang, entry.stage, entry.newest.category, entry.public_number.is_some()))
        .with(" ")
        .with(version);
    let parts: [Part; 5] = [line.into(), before.into(), page.into(), reason.into(), waits.into()];
    parts.into()
}

fn columns(lang: Lang, entry: &DeskInformation) -> Part {
    tag("section").class("panel").with(facts(lang, &entry.newest)).into()
}

fn written(opened: Opened, entry: DeskInformation) -> Tag {
    let done = move |now: DeskInformation| opened.shows(now, opened.lang.informing().saved);
    entry_form(Some(entry), move || opened.version(), done, move || opened.moved(), move || opened.closes())
}
