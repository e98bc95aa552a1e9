//! Header, main and footer around every page.

use maud::{Markup, html};
use shared::instance::Contact;
use shared::lang::Lang;

use super::super::reader::Theme;
use super::Document;

const BUBBLE: &str = "M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H14l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z";
const TICK: &str = "M9.5 14.5l4.5 4.5 8.5-9";

/// The frame with the page in it.
pub(super) fn frame(page: &Document<'_>) -> Markup {
    html! {
        div class="frame" {
            div class="progress" {}
            (header(page))
            main id="main" class="main" tabindex="-1" {
                div class="offline" role="status" {}
                (page.main)
            }
            (footer(page))
        }
    }
}

fn header(page: &Document<'_>) -> Markup {
    let texts = page.reader.lang.shell();
    let links = [
        ("/adukan", texts.nav_file),
        ("/lacak", texts.nav_track),
        ("/rekap", texts.nav_recap),
        ("/informasi", texts.nav_information),
        ("/panduan", texts.nav_guide),
    ];
    let room = |path: &str| path.split(['/', '?']).nth(1).unwrap_or_default().to_owned();
    let is_here = |address: &str| room(page.path) == room(address);
    let instance = &page.settings.instance;
    html! {
        header class="header" {
            a class="skip" href="#main" { (texts.skip) }
            @if instance.demo {
                p class="demo-banner" role="note" { (texts.demo) }
            }
            div class="header-inner" {
                a href="/" class="brand" {
                    svg class="brand-sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" {
                        path class="brand-bubble" d=(BUBBLE) {}
                        path class="brand-tick" d=(TICK) {}
                    }
                    span class="brand-words" {
                        span class="brand-name" { (texts.title) } " "
                        span class="brand-place" { (instance.province) }
                    }
                }
                nav class="nav" aria-label=(texts.navigation) {
                    @for (address, label) in links {
                        a href=(address) class="nav-link" aria-current=[is_here(address).then_some("page")] { (label) } " "
                    }
                }
                div class="header-choices" { (lang_choice(page)) " " (theme_choice(page)) }
            }
        }
    }
}

/// Leads to the other language; written in that language, for those who read only it.
fn lang_choice(page: &Document<'_>) -> Markup {
    let (other, short, name) = match page.reader.lang {
        Lang::Id => (Lang::En, "EN", "English"),
        Lang::En => (Lang::Id, "ID", "Bahasa Indonesia"),
    };
    let address = super::super::choice::address("lang", other.tag(), page.path);
    html! {
        a id="choose-lang" class="choice" lang=(other.tag()) href=(address) rel="nofollow" {
            span aria-hidden="true" { (short) } " "
            span class="visually-hidden" { (name) }
        }
    }
}

/// Goes through the colours in turn, and says which are on.
fn theme_choice(page: &Document<'_>) -> Markup {
    let texts = page.reader.lang.shell();
    let (label, next, sign) = match page.reader.theme {
        Theme::Auto => (texts.theme_auto, Theme::Light, "M12 3a9 9 0 1 0 0 18z M12 3a9 9 0 0 1 0 18"),
        Theme::Light => (
            texts.theme_light,
            Theme::Dark,
            "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M12 2v3 M12 19v3 M2 12h3 M19 12h3 M5 5l2 2 M17 17l2 2 M19 5l-2 2 M7 17l-2 2",
        ),
        Theme::Dark => {
            (texts.theme_dark, Theme::Auto, "M20 14.5A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z")
        }
    };
    let class = if page.reader.theme == Theme::Auto { "icon icon-half" } else { "icon" };
    html! {
        a id="choose-theme" class="choice" href=(super::super::choice::address("theme", next.as_str(), page.path)) rel="nofollow" {
            svg class=(class) viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" { path d=(sign) {} }
            span class="visually-hidden" { (label) }
        }
    }
}

fn footer(page: &Document<'_>) -> Markup {
    let texts = page.reader.lang.shell();
    let instance = &page.settings.instance;
    html! {
        footer class="footer" {
            div class="footer-inner" {
                div {
                    p class="footer-office" { (instance.office) }
                    p { (instance.province) }
                }
                div {
                    h2 class="footer-heading" { (texts.contacts) }
                    ul class="footer-contacts" {
                        @for contact in &instance.contacts { (channel(contact)) }
                    }
                }
                p class="footer-version" { (texts.title) " " (env!("CARGO_PKG_VERSION")) }
            }
        }
    }
}

fn channel(contact: &Contact) -> Markup {
    html! {
        li {
            span class="footer-label" { (contact.label) } " "
            @match contact.address() {
                Some(address) => a href=(address) rel="noreferrer external" { (contact.shown()) },
                None => span { (contact.shown()) },
            }
        }
    }
}
