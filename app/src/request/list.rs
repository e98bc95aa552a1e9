use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::access::Role;
use shared::api::{ListDeskRequests, REQUEST_REGISTER_CSV_PATH, REQUEST_REGISTER_XLSX_PATH};
use shared::request::DeskRequestList;

use super::address;
use super::filters::filters;
use super::rows::{row, shown};
use super::wanted::Wanted;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call, load};
use crate::platform::reactive::{RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, button, focus_on, page_heading, refused, skeleton};

/// Everything that whoever is signed in may work on, what is due first on top.
pub fn request_list_page() -> Tag {
    let lang = use_lang();
    let texts = lang.requesting();
    let session = use_session();
    let today = use_meta().today;
    let may_enter = session.has(Role::PpidMain) || session.has(Role::PpidAgency);
    let search = use_location().search;
    let wanted = memo(move || search.with(|search| Wanted::of(search)));
    let pages = RwSignal::new(1);
    // Another choice begins with its first page.
    watch(move || {
        wanted.track();
        pages.set(1);
    });
    let list = load(move || {
        let (query, pages) = (wanted.with(|wanted| wanted.query(today)), pages.get());
        async move { fetch(&query, pages).await }
    });
    watch(move || {
        if let Some(failure) = list.failure.get() {
            session.note(&failure);
        }
    });
    // The row to be read next, once more have come.
    let next = RwSignal::new(None::<usize>);
    watch(move || {
        let count = list.value.with(|all| all.as_ref().map_or(0, |all| all.rows.len()));
        if let Some(at) = next.get_untracked().filter(|at| *at < count) {
            next.set(None);
            focus_on(&[".rows > li:nth-child(", &(at + 1).to_string(), ") a"].concat());
        }
    });
    let rows = move || -> Part {
        if let Some(failure) = list.failure.get() {
            return refused(&failure, move || list.again());
        }
        list.value.with(|all| match all {
            None => skeleton(6).into(),
            Some(all) if all.rows.is_empty() => {
                nothing(wanted.with_untracked(|wanted| wanted.is_narrowed())).into()
            }
            Some(all) => tag("ul").class("rows").with(all.rows.iter().map(row).collect::<Vec<_>>()).into(),
        })
    };
    let count = move || {
        let words = list.value.with(|all| {
            all.as_ref().map(|all| shown(lang, all.rows.len(), all.next.is_some())).unwrap_or_default()
        });
        if list.failure.with(Option::is_none) { words } else { String::new() }
    };
    let has_more = memo(move || {
        list.failure.with(Option::is_none)
            && list.value.with(|all| all.as_ref().is_some_and(|all| all.next.is_some()))
    });
    let more = move || {
        next.set(list.value.with_untracked(|all| all.as_ref().map(|all| all.rows.len())));
        pages.update(|pages| *pages += 1);
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(may_enter.then(|| {
            let address = [address::ADDRESS, "/baru"].concat();
            tag("p").with(tag("a").class(Button::Quiet.class()).attr("href", address).with(texts.enter))
        }))
        .with(filters(wanted))
        .with(tag("p").class("fine").attr("role", "status").live(count))
        .live(rows)
        .live(move || has_more.get().then(|| button(Button::Quiet, texts.more, list.busy, more)))
        .with(register())
}

/// The ways to the register and to what everyone reads of a year.
fn register() -> Tag {
    let texts = use_lang().requesting();
    let way = |href: &str, words: &'static str| {
        tag("a").class(Button::Quiet.class()).attr("href", href).attr("rel", "external").with(words)
    };
    let ways = [
        way(REQUEST_REGISTER_CSV_PATH, texts.register_csv).attr("download", ""),
        way(REQUEST_REGISTER_XLSX_PATH, texts.register_xlsx).attr("download", ""),
        way("/informasi/laporan", texts.report),
    ];
    tag("section")
        .class("panel")
        .with(tag("h2").with(texts.register))
        .with(tag("p").with(texts.register_lead))
        .with(tag("div").class("form-ways").with(ways))
}

fn nothing(is_narrowed: bool) -> Tag {
    let texts = use_lang().requesting();
    let place = tag("div").class("empty");
    if is_narrowed {
        return place.with(tag("p").with(texts.none_here));
    }
    place.with(tag("h2").with(texts.none)).with(tag("p").with(texts.none_hint))
}

/// So many pages, one after the other, as one list.
async fn fetch(narrowed: &str, pages: usize) -> Result<DeskRequestList, Failure> {
    let mut all = DeskRequestList::default();
    for page in 0..pages {
        let mut query = narrowed.to_owned();
        if page > 0 {
            let Some(after) = all.next.take() else { break };
            query = [&query, "&after=", &after].concat();
        }
        let query = query.trim_start_matches('&');
        let list = call::<ListDeskRequests>(Call { query, ..Call::default() }, &()).await?;
        all.rows.extend(list.rows);
        all.next = list.next;
    }
    Ok(all)
}
