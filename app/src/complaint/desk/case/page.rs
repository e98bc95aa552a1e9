use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::api::GetCase;
use shared::lang::fill;

use super::actions::actions;
use super::approve::waiting_answer;
use super::content::content;
use super::desk_case::DeskCase;
use super::facts::{facts, standing};
use super::merge::similar;
use super::story::story;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, live, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::ui::{page_heading, refused, skeleton};

/// How often a page says that its case is looked at.
const BEAT: Duration = Duration::from_secs(45);

/// The case of the address.
pub fn case_page() -> Tag {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let code = Memo::new(move |before: Option<&String>| {
        let code = path
            .with(|path| path.strip_prefix("/petugas/aduan/").map(|code| code.trim_matches('/').to_owned()));
        code.or_else(|| before.cloned()).unwrap_or_default()
    });
    tag("div").live(move || case(code.get()))
}

fn case(code: String) -> Tag {
    let texts = use_lang().desk();
    let session = use_session();
    let revision = live().revision;
    let is_first = StoredValue::new(true);
    let code = StoredValue::new(code);
    let view = load(move || {
        revision.get();
        let (code, is_quiet) = (code.get_value(), !is_first.get_value());
        is_first.set_value(false);
        async move { call::<GetCase>(Call { path: &[&code], is_quiet, ..Call::default() }, &()).await }
    });
    // Asking now and then also says that one is still here. Whoever looks away does not.
    let beat = set_interval_with_handle(
        move || {
            if !document().hidden() {
                view.again();
            }
        },
        BEAT,
    );
    on_cleanup(move || beat.iter().for_each(IntervalHandle::clear));
    watch(move || {
        if let Some(failure) = view.failure.get() {
            session.note(&failure);
        }
    });
    let case = DeskCase { code, view, open: RwSignal::new(None), seen: RwSignal::new(None) };
    // What is there when the page is opened is not new.
    watch(move || {
        let count = view.value.with(|view| view.as_ref().map(|view| view.entries.len()));
        if case.seen.get_untracked().is_none() {
            case.seen.set(count);
        }
    });
    let is_here = memo(move || view.value.with(Option::is_some));
    let body = move || -> Part {
        if is_here.get() {
            return parts(case);
        }
        view.failure.with(Option::is_none).then(|| skeleton(6)).into()
    };
    let failed = move || view.failure.get().map(|failure| refused(&failure, move || view.again()));
    tag("div")
        .class("page page-case")
        .with(tag("p").with(tag("a").attr("href", "/petugas").with(texts.back)))
        .with(page_heading(code.get_value()))
        .live(failed)
        .live(move || others(case))
        .live(body)
}

/// That others have the case open just now, too.
fn others(case: DeskCase) -> Option<Tag> {
    let names = case.view.value.with(|view| view.as_ref().map(|view| view.others.join(", ")))?;
    let words = fill(use_lang().desk().others, &[("names", &names)]);
    (!names.is_empty()).then(|| tag("p").class("case-others").attr("role", "status").with(words))
}

fn parts(case: DeskCase) -> Part {
    let main = tag("div")
        .class("case-main")
        .with(waiting_answer(case))
        .with(actions(case))
        .with(content(case))
        .with(story(case));
    let side = tag("div").class("case-side").with(facts(case)).with(similar(case));
    let parts: [Part; 2] = [standing(case), tag("div").class("case case-desk").with(main).with(side).into()];
    parts.into()
}
