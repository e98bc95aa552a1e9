use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use super::frame::{Frame, frame};
use super::guide::guide_page;
use super::late::LatePages;
use super::not_found::not_found_page;
use crate::complaint;
use crate::platform::aloud::{AloudPart, provide_voices};
use crate::platform::device::{provide_outbox, provide_theme, provide_worker};
use crate::platform::dom::{Part, tag};
use crate::platform::lang::provide_lang;
use crate::platform::reactive::memo;
use crate::platform::redact::RedactPart;
use crate::platform::settings::load_meta;
use crate::platform::ui::{LatePage, late, provide_arrival};

/// The public pages.
pub fn app(pages_that_come_late: LatePages) -> AnyView {
    provide_context(pages_that_come_late);
    let frame_of_pages = Frame { lang: provide_lang(), theme: provide_theme(), meta: load_meta() };
    provide_arrival();
    provide_worker();
    provide_outbox();
    provide_context(RedactPart(pages_that_come_late.redact));
    provide_context(AloudPart(pages_that_come_late.aloud));
    provide_voices();
    complaint::provide_draft(pages_that_come_late.form);
    let content = move || {
        let everything = move || {
            // Everything is built anew in another language; what people typed lives outside.
            frame_of_pages.lang.get();
            frame(frame_of_pages, pages)
        };
        tag("div").live(everything).any()
    };
    view! { <Router>{content()}</Router> }.into_any()
}

/// A page for each address; what lies below one, such as a code, is the page's own to read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Home,
    File,
    Track,
    Case,
    Recap,
    Information,
    Guide,
    Nowhere,
}

/// The site map. By hand, because every page is in the bundle: nothing is awaited, and a path is a few words.
fn place_of(path: &str) -> Place {
    let words: Vec<&str> = path.split('/').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [] => Place::Home,
        ["adukan"] => Place::File,
        ["lacak"] => Place::Track,
        ["lacak", _] => Place::Case,
        ["rekap"] => Place::Recap,
        ["informasi"] | ["informasi", _] | ["permohonan"] => Place::Information,
        ["panduan"] => Place::Guide,
        _ => Place::Nowhere,
    }
}

/// The page of an address whose code has to be fetched.
pub fn late_page_of(path: &str, pages: LatePages) -> Option<LatePage> {
    match place_of(path) {
        Place::Home => Some(pages.home),
        Place::Track => Some(pages.entry),
        Place::Case => Some(pages.case),
        Place::Recap => Some(pages.recap),
        Place::Information => Some(pages.information),
        Place::File | Place::Guide | Place::Nowhere => None,
    }
}

/// The page of the present address.
fn pages() -> Part {
    let late_pages: LatePages = expect_context();
    let path = use_location().pathname;
    let place = memo(move || path.with(|path| place_of(path)));
    let browser: Option<BrowserUrl> = use_context();
    // The router changes the address bar once it hears that a page is there.
    Effect::new(move |_| {
        path.track();
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
    });
    Part::live(move || -> Part {
        match place.get() {
            Place::Home => late(late_pages.home),
            Place::File => complaint::file_page().into(),
            Place::Track => late(late_pages.entry),
            Place::Case => late(late_pages.case),
            Place::Recap => late(late_pages.recap),
            Place::Information => late(late_pages.information),
            Place::Guide => guide_page(),
            Place::Nowhere => not_found_page().into(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_their_pages() {
        let check = |path: &str, expected: Place| assert!(place_of(path) == expected, "{path}");
        check("/", Place::Home);
        check("", Place::Home);
        check("/adukan", Place::File);
        check("/adukan/", Place::File);
        check("/lacak", Place::Track);
        check("/lacak/ABC-DEF-GHJ-K", Place::Case);
        check("/lacak/a/b", Place::Nowhere);
        check("/rekap", Place::Recap);
        check("/informasi", Place::Information);
        check("/permohonan", Place::Information);
        check("/permohonan/PI-2026-00012", Place::Nowhere);
        check("/informasi/12", Place::Information);
        check("/informasi/12/x", Place::Nowhere);
        check("/panduan", Place::Guide);
        check("/petugas", Place::Nowhere);
    }
}
