use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use super::frame::{StaffFrame, staff_frame};
use super::ppid::{PpidPlace, place_of as ppid_place_of};
use crate::account::{account_page, invitation_page, register_page, sign_in_page};
use crate::complaint::answers::answers_page;
use crate::complaint::desk::{case_page, figures_page, inbox_page, late_page, messages_page};
use crate::complaint::entry::entry_page;
use crate::complaint::lapor::lapor_page;
use crate::platform::device::provide_theme;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::provide_lang;
use crate::platform::reactive::memo;
use crate::platform::redact::{RedactPart, redact};
use crate::platform::session::{provide_session, use_session};
use crate::platform::settings::load_meta;
use crate::platform::ui::{Drawn, LatePage, failure_notice, late, provide_arrival, skeleton};
use crate::protection::protection_page;
use crate::setup::setup_page;
use crate::shell::not_found::not_found_page;

/// The PPID's pages, whose code may not be here yet.
#[derive(Clone, Copy)]
struct PpidPages(LatePage);

/// The staff's pages; those of the PPID come late.
pub fn staff_app(ppid: LatePage) -> AnyView {
    let frame_of_pages = StaffFrame { lang: provide_lang(), theme: provide_theme(), meta: load_meta() };
    provide_context(frame_of_pages.meta);
    provide_arrival();
    provide_session();
    provide_context(PpidPages(ppid));
    // In this bundle the tool is always here.
    let here = || -> Drawn<()> { Box::pin(async { Some(()) }) };
    provide_context(RedactPart(LatePage { load: here, draw: || Box::pin(async { Some(redact()) }) }));
    let content = move || {
        let everything = move || {
            // Everything is built anew in another language.
            frame_of_pages.lang.get();
            staff_frame(frame_of_pages, pages)
        };
        tag("div").live(everything).any()
    };
    view! { <Router>{content()}</Router> }.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Ppid(PpidPlace),
    Inbox,
    Case,
    Entry,
    Lapor,
    Figures,
    Late,
    Messages,
    Answers,
    Account,
    Accounts,
    Setup,
    Protection,
    Invitation,
    Nowhere,
}

fn place_of(path: &str) -> Place {
    let words: Vec<&str> = path.split('/').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        ["petugas"] | ["petugas", "masuk"] => Place::Inbox,
        ["petugas", "aduan", _] => Place::Case,
        ["petugas", "baru"] => Place::Entry,
        ["petugas", "lapor"] => Place::Lapor,
        ["petugas", "angka"] => Place::Figures,
        ["petugas", "terlambat"] => Place::Late,
        ["petugas", "pesan"] => Place::Messages,
        ["petugas", "jawaban"] => Place::Answers,
        ["petugas", "akun"] => Place::Account,
        ["petugas", "pengguna"] => Place::Accounts,
        ["petugas", "pengaturan"] => Place::Setup,
        ["petugas", "data-pribadi"] => Place::Protection,
        ["petugas", "undangan"] => Place::Invitation,
        _ => ppid_place_of(path).map_or(Place::Nowhere, Place::Ppid),
    }
}

/// The page of the present address, once it is known who is signed in.
fn pages() -> Part {
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
    let session = use_session();
    let ppid: PpidPages = expect_context();
    let is_in = memo(move || session.staff.with(Option::is_some));
    Part::live(move || -> Part {
        let place = place.get();
        if place == Place::Invitation {
            return invitation_page().into();
        }
        if is_in.get() {
            return match place {
                Place::Inbox => inbox_page().into(),
                Place::Case => case_page().into(),
                Place::Entry => entry_page().into(),
                Place::Lapor => lapor_page().into(),
                Place::Figures => figures_page().into(),
                Place::Late => late_page().into(),
                Place::Messages => messages_page().into(),
                Place::Answers => answers_page().into(),
                Place::Account => account_page().into(),
                Place::Accounts => register_page().into(),
                Place::Ppid(_) => late(ppid.0),
                Place::Setup => setup_page().into(),
                Place::Protection => protection_page().into(),
                Place::Invitation | Place::Nowhere => not_found_page().into(),
            };
        }
        if session.is_known.get() {
            return sign_in_page().into();
        }
        let waiting: Part = match session.failure.get() {
            Some(failure) => failure_notice(&failure, move || session.ask()).into(),
            None => skeleton(6).into(),
        };
        tag("div").class("page page-narrow").with(waiting).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_their_pages() {
        let check = |path: &str, expected: Place| assert!(place_of(path) == expected, "{path}");
        check("/petugas", Place::Inbox);
        check("/petugas/", Place::Inbox);
        check("/petugas/aduan/ABC-DEF-GHJ-K", Place::Case);
        check("/petugas/baru", Place::Entry);
        check("/petugas/lapor", Place::Lapor);
        check("/petugas/angka", Place::Figures);
        check("/petugas/terlambat", Place::Late);
        check("/petugas/pesan", Place::Messages);
        check("/petugas/jawaban", Place::Answers);
        check("/petugas/akun", Place::Account);
        check("/petugas/pengguna", Place::Accounts);
        check("/petugas/informasi", Place::Ppid(PpidPlace::Entries));
        check("/petugas/permohonan/PI-2026-00012/surat", Place::Nowhere);
        check("/petugas/pengaturan", Place::Setup);
        check("/petugas/data-pribadi", Place::Protection);
        check("/petugas/undangan", Place::Invitation);
        check("/petugas/lain", Place::Nowhere);
        check("/", Place::Nowhere);
    }
}
