//! `GET /panduan`: how to file, here and through the national service, what happens then and where to turn.

mod course;

use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use shared::calendar::Day;
use shared::instance::{Contact, Instance};
use shared::lang::{Lang, fill};
use shared::protection::Retention;

use crate::platform::http::Pairs;
use crate::platform::pages::{self, Document, Keep, Reader};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// The page; its article alone where `bagian=isi` asks for it, which the app puts into its own frame.
pub async fn handle(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Response {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let main = article(reader.lang, &settings, today);
    if pairs.get("bagian") == Some("isi") {
        return pages::page(StatusCode::OK, Bytes::from(main.into_string()), Keep::Ask, &headers);
    }
    let texts = reader.lang.guide();
    let page = Document {
        reader,
        settings: &settings,
        today,
        path: "/panduan",
        title: texts.title,
        description: Some(texts.lead),
        picture: None,
        above: None,
        main,
        data: Vec::new(),
    };
    pages::page(StatusCode::OK, page.write(), Keep::Ask, &headers)
}

fn article(lang: Lang, settings: &Settings, today: Day) -> Markup {
    let texts = lang.guide();
    let parts = [
        ("di-sini", texts.here, here(lang, settings)),
        ("sp4n-lapor", texts.lapor, national(lang, &settings.instance)),
        ("sesudahnya", texts.then, course::course(lang, settings.profile(today))),
        ("tanpa-kabar", texts.silence, silence(lang)),
        ("data-anda", texts.privacy, privacy(lang, settings.retention)),
        ("saluran", texts.channels, channels(lang, &settings.instance)),
    ];
    html! {
        div class="page guide" {
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            nav class="guide-contents" aria-label=(texts.contents) {
                ul {
                    @for (id, name, _) in &parts { li { a href={ "#" (id) } rel="external" { (name) } } }
                }
            }
            div class="guide-parts" {
                @for (id, name, content) in &parts {
                    section class="guide-part" id=(id) aria-labelledby={ (id) "-nama" } {
                        h2 id={ (id) "-nama" } { (name) }
                        (content)
                    }
                }
            }
        }
    }
}

fn here(lang: Lang, settings: &Settings) -> Markup {
    let texts = lang.guide();
    let sectors = settings.sectors.len().to_string();
    let form = html! { a href="/adukan" { "“" (lang.shell().nav_file) "”" } };
    html! {
        p { (texts.here_lead) }
        ol class="guide-steps" {
            @for step in texts.here_steps { li { (linked(&fill_count(step, &sectors), &form)) } }
        }
        p class="no-print" { a class="button button-main" href="/adukan" { (lang.home().file_button) } }
    }
}

/// The national service: each way that the instance has a contact for, and the app.
fn national(lang: Lang, instance: &Instance) -> Markup {
    let texts = lang.guide();
    let contact = |kind: &str| instance.contacts.iter().find(|contact| contact.kind == kind);
    html! {
        p { (texts.lapor_lead) }
        div class="guide-ways" {
            @if let Some(web) = contact("web") { (national_way(texts.lapor_web, &texts.lapor_web_steps, &link(web))) }
            @if let Some(sms) = contact("sms") { (national_way(texts.lapor_sms, &texts.lapor_sms_steps, &link(sms))) }
            (national_way(texts.lapor_app, &texts.lapor_app_steps, &html! {}))
        }
        p class="fine" { (texts.lapor_note) }
    }
}

fn national_way(name: &str, steps: &[&str], link: &Markup) -> Markup {
    html! {
        div class="guide-way" {
            h3 { (name) }
            ol { @for step in steps { li { (linked(step, link)) } } }
        }
    }
}

fn silence(lang: Lang) -> Markup {
    let entry = html! { a href="/lacak" { "“" (lang.shell().nav_track) "”" } };
    html! {
        ul { @for way in lang.guide().silence_ways { li { (linked(way, &entry)) } } }
    }
}

fn privacy(lang: Lang, retention: Retention) -> Markup {
    html! {
        ul {
            @for rule in lang.guide().privacy_rules { li { (rule) } }
            li { (lang.kept_for(retention)) }
        }
    }
}

fn channels(lang: Lang, instance: &Instance) -> Markup {
    html! {
        ul class="channels" {
            @for contact in &instance.contacts {
                li { span class="channel-name" { (contact.label) } (link(contact)) }
            }
            li {
                span class="channel-name" { (lang.guide().office) }
                span { (instance.office) ", " (instance.province) }
            }
        }
    }
}

fn link(contact: &Contact) -> Markup {
    html! {
        @match contact.address() {
            Some(address) => a href=(address) rel="noreferrer external" { (contact.shown()) },
            None => span { (contact.shown()) },
        }
    }
}

/// A text with its number, its link still to come.
fn fill_count(text: &str, count: &str) -> String {
    fill(text, &[("n", count), ("link", "{link}")])
}

/// A text with a link in the place of `{link}`.
fn linked(text: &str, link: &Markup) -> Markup {
    html! {
        @match text.split_once("{link}") {
            Some((before, after)) => { (before) (link) (after) }
            None => (text),
        }
    }
}
