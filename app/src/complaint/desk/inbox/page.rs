use leptos::prelude::*;
use shared::access::Role;
use shared::complaint::desk::{InboxFilter, Lane};
use shared::lang::fill;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::address::use_inbox_filter;
use super::bulk::bulk;
use super::chosen::Chosen;
use super::filters::{filters, lanes};
use super::keys;
use super::list::{Cases, cases};
use super::row::row;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, memo, watch};
use crate::platform::session::use_session;
use crate::platform::ui::{Button, button, failure_notice, page_heading, skeleton};

/// The inbox.
pub fn inbox_page() -> Tag {
    let texts = use_lang().desk();
    let session = use_session();
    if !session.works_cases() {
        let words = tag("div")
            .class("empty")
            .with(tag("h2").with(texts.no_cases))
            .with(tag("p").with(texts.no_cases_hint));
        return tag("div").class("page page-narrow").with(page_heading(texts.inbox.to_owned())).with(words);
    }
    keys::listen();
    let filter = use_inbox_filter();
    let cases = cases(filter);
    // Another filter begins with its first page.
    watch(move || {
        filter.track();
        cases.pages.set(1);
    });
    let can_choose = session.has(Role::Coordinator) || session.has(Role::Inspectorate);
    let chosen = can_choose.then(Chosen::new);
    watch(move || {
        cases.rows.track();
        if let Some(chosen) = chosen {
            cases.rows.with_untracked(|rows| chosen.keep_to(rows));
        }
    });
    tag("div")
        .class("page page-inbox")
        .with(page_heading(texts.inbox.to_owned()))
        .with(lanes(filter))
        .with(filters(filter))
        .with(chosen.map(|chosen| bulk(chosen, cases)))
        .with(list(cases, filter, chosen))
        .with(tag("p").class("fine keys").with(texts.keys))
}

fn list(cases: Cases, filter: Memo<InboxFilter>, chosen: Option<Chosen>) -> Tag {
    let texts = use_lang().desk();
    let is_here = memo(move || cases.load.value.with(Option::is_some));
    let is_empty = memo(move || cases.rows.with(Vec::is_empty));
    let has_more =
        memo(move || cases.load.value.with(|list| list.as_ref().is_some_and(|list| list.next.is_some())));
    let content = move || -> Part {
        match (is_here.get(), is_empty.get()) {
            (false, _) => match cases.load.failure.get() {
                Some(_) => Part::Nothing,
                None => skeleton(6).into(),
            },
            (true, true) => empty(filter).into(),
            (true, false) => rows(cases, chosen).into(),
        }
    };
    let failed = move || {
        let failure = cases.load.failure.get()?;
        Some(failure_notice(&failure, move || cases.load.again()))
    };
    let count = move || {
        let (text, n) =
            (if has_more.get() { texts.shown_more } else { texts.shown }, cases.rows.with(Vec::len));
        if n > 0 { fill(text, &[("n", &n.to_string())]) } else { String::new() }
    };
    let more = move || {
        has_more.get().then(|| {
            let next = move || cases.pages.set(cases.pages.get_untracked() + 1);
            button(Button::Quiet, texts.more, cases.load.busy, next)
        })
    };
    tag("div")
        .class("inbox-list")
        .live(failed)
        .with(tag("p").class("fine").attr("role", "status").live(count))
        .live(content)
        .live(more)
}

/// The rows. When they are made anew, the one with the focus keeps it.
fn rows(cases: Cases, chosen: Option<Chosen>) -> Tag {
    let lines = move || {
        let focused = document().active_element().and_then(|element| element.get_attribute("data-code"));
        if let Some(code) = focused {
            request_animation_frame(move || focus_again(&code));
        }
        cases.rows.get().into_iter().map(|line| row(line, chosen)).collect::<Vec<_>>()
    };
    tag("ul").class("case-rows").live(lines)
}

fn focus_again(code: &str) {
    let is_free = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    let found = document().query_selector(&["[data-code=\"", code, "\"]"].concat()).ok().flatten();
    if let Some(found) = found.filter(|_| is_free).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Focusing what is in the page does not fail.
        let _ = found.focus();
    }
}

fn empty(filter: Memo<InboxFilter>) -> Tag {
    let texts = use_lang().desk();
    let is_only = |lane: Lane| {
        filter.with(|filter| {
            filter.pairs().iter().all(|(name, value)| *name == "lane" && *value == lane.as_str())
        })
    };
    let place = tag("div").class("empty");
    if is_only(Lane::Todo) {
        return place.with(tag("h2").with(texts.nothing)).with(tag("p").with(texts.nothing_hint));
    }
    if is_only(Lane::Check) {
        return place.with(tag("h2").with(texts.no_checks));
    }
    place
        .with(tag("h2").with(texts.not_found))
        .with(tag("p").with(texts.not_found_hint))
        .with(tag("a").class("button button-quiet").attr("href", "/petugas").with(texts.clear))
}
