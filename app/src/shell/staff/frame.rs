use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::access::Duty;
use shared::instance::Meta;
use shared::lang::fill;

use crate::platform::device::ThemeChoice;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{LangChoice, use_lang};
use crate::platform::net::{Load, is_awaiting};
use crate::platform::reactive::{memo, watch};
use crate::platform::session::{Session, use_session};
use crate::platform::settings::provide_meta;
use crate::platform::ui::{Button, failure_notice, focus_on, plain_button, skeleton};
use crate::shell::choices::{lang_choice, theme_choice};
use crate::shell::header::brand;

/// What lives longer than a page.
#[derive(Clone, Copy)]
pub struct StaffFrame {
    /// The language.
    pub lang: LangChoice,
    /// The theme.
    pub theme: ThemeChoice,
    /// The instance's settings.
    pub meta: Load<Meta>,
}

/// Header and page.
pub fn staff_frame(parts: StaffFrame, pages: fn() -> Part) -> Tag {
    let texts = use_lang().shell();
    let skip = tag("a").class("skip").attr("href", "#main").with(texts.skip).on("click", |event| {
        event.prevent_default();
        focus_on("main");
    });
    let main = tag("main").id("main").class("main").attr("tabindex", "-1").with(page(parts.meta, pages));
    tag("div")
        .class("frame frame-staff")
        .with(skip)
        .with(tag("div").class("progress").live_class("progress-on", is_awaiting))
        .with(header(parts))
        .with(main)
}

fn header(parts: StaffFrame) -> Tag {
    let lang = use_lang();
    let session = use_session();
    let is_in = memo(move || session.staff.with(Option::is_some));
    let navigation = move || {
        is_in.get().then(|| {
            let works = session.works_cases();
            let is_told = works || session.keeps(Duty::Requests) || session.keeps(Duty::Information);
            let links = [
                Some(link("/petugas", lang.desk().inbox)),
                session.keeps(Duty::Entries).then(|| link("/petugas/baru", lang.entering().page)),
                works.then(|| link("/petugas/terlambat", lang.told().late)),
                is_told.then(|| messages(session)),
                works.then(|| link("/petugas/jawaban", lang.answers().page)),
                session.keeps(Duty::Figures).then(|| link("/petugas/angka", lang.figures().page)),
                session.keeps(Duty::Lapor).then(|| link("/petugas/lapor", lang.lapor().page)),
                session.keeps(Duty::Information).then(|| link("/petugas/informasi", lang.informing().page)),
                session.keeps(Duty::Requests).then(|| link("/petugas/permohonan", lang.requesting().page)),
                session.keeps(Duty::Settings).then(|| link("/petugas/pengaturan", lang.setup().page)),
                session.keeps(Duty::Privacy).then(|| link("/petugas/data-pribadi", lang.protection().page)),
                session.keeps(Duty::Accounts).then(|| link("/petugas/pengguna", lang.register().page)),
                Some(link("/petugas/akun", lang.account().mine)),
            ];
            let links: Vec<_> = links.into_iter().flatten().collect();
            tag("nav").class("nav").attr("aria-label", lang.shell().navigation).with(links)
        })
    };
    let leave = move || {
        is_in.get().then(|| {
            plain_button(Button::Quiet, lang.account().sign_out, move || session.leave())
                .attr("id", "sign-out")
        })
    };
    let choices = tag("div")
        .class("header-choices")
        .live(leave)
        .with(lang_choice(parts.lang))
        .with(theme_choice(parts.theme));
    let name = lang.account().room.to_owned();
    let inner = tag("div")
        .class("header-inner")
        .with(brand("/petugas", move || Some(name.clone())))
        .live(navigation)
        .with(choices);
    let is_demo = move || parts.meta.value.with(|meta| meta.as_ref().is_some_and(|meta| meta.instance.demo));
    let banner =
        move || is_demo().then(|| tag("p").class("demo-banner").attr("role", "note").with(lang.shell().demo));
    tag("header").class("header").live(banner).with(inner)
}

/// The way to the messages, with how many are new. They are counted anew on each page that is gone to.
fn messages(session: Session) -> Tag {
    let texts = use_lang().told();
    let path = use_location().pathname;
    watch(move || {
        path.track();
        session.count();
    });
    let count = move || {
        let count = session.unread.get();
        (count > 0).then(|| {
            let words = fill(texts.unread, &[("n", &count.to_string())]);
            tag("span")
                .class("nav-count")
                .with(tag("span").attr("aria-hidden", "true").with(count.to_string()))
                .with(tag("span").class("visually-hidden").with([" ", &words].concat()))
        })
    };
    link("/petugas/pesan", texts.messages).live(count)
}

/// A way on, marked while one is there or below it: for cases, the inbox.
fn link(address: &'static str, label: &'static str) -> Tag {
    let path = use_location().pathname;
    let is_here = move || {
        path.with(|path| {
            let path = path.trim_end_matches('/');
            let below = match address {
                "/petugas" => "/petugas/aduan",
                "/petugas/informasi" => "/petugas/informasi/",
                "/petugas/permohonan" => "/petugas/permohonan/",
                _ => return path == address,
            };
            path == address || path.starts_with(below)
        })
    };
    tag("a")
        .attr("href", address)
        .class("nav-link")
        .live_attr("aria-current", move || is_here().then(|| "page".to_owned()))
        .with(label)
}

/// The page, once the settings are here; drawn anew when they have changed.
fn page(meta: Load<Meta>, pages: fn() -> Part) -> Part {
    let here = memo(move || meta.value.get());
    Part::live(move || {
        if let Some(meta) = here.get() {
            provide_meta(meta);
            return pages();
        }
        let place = tag("div").class("page page-narrow");
        match meta.failure.get() {
            Some(failure) => place.with(failure_notice(&failure, move || meta.again())).into(),
            None => place.with(skeleton(6)).into(),
        }
    })
}
