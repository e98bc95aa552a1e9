use maud::{Markup, html};
use shared::information::{Category, InformationEntry, InformationFile, InformationVersion};
use shared::lang::fill;
use shared::media::short_word;

use super::{Place, style};

/// An entry with every column of the list, and what it said before.
pub(super) fn article(place: &Place<'_>, entry: &InformationEntry) -> Markup {
    let lang = place.reader.lang;
    let texts = lang.information();
    html! {
        article class="page page-narrow information" {
            (style())
            @match &entry.current {
                Some(now) => (current(place, entry.id, now)),
                None => {
                    h1 tabindex="-1" { (texts.withdrawn) }
                    @if let Some(day) = entry.withdrawn_on {
                        p { (fill(texts.withdrawn_lead, &[("day", &lang.day_long(day))])) }
                    }
                }
            }
            @if !entry.earlier.is_empty() {
                section class="panel" {
                    h2 { (texts.earlier) }
                    @for version in &entry.earlier { (earlier(place, entry.id, version)) }
                }
            }
            p class="no-print" { a href="/informasi" rel="external" { (texts.to_list) } }
        }
    }
}

fn current(place: &Place<'_>, id: i64, now: &InformationVersion) -> Markup {
    let lang = place.reader.lang;
    let texts = lang.information();
    html! {
        p class="over" { (lang.information_category(now.category)) }
        h1 tabindex="-1" { (now.title) }
        @if now.category == Category::Immediate {
            div class="notice notice-warning" role="note" { p { strong { (texts.immediate) } } }
        }
        @if let Some(plain) = &now.plain {
            section class="panel" { h2 { (texts.plain) } p class="story-text" { (plain) } }
        }
        @if let Some(local) = &now.local {
            section class="panel" { h2 { (texts.local) } p class="story-text" { (local) } }
        }
        section class="panel" { h2 class="visually-hidden" { (texts.summary) } (columns(place, id, now)) }
        @if !now.files.is_empty() {
            section class="panel" { h2 { (texts.files) } (files(place, id, &now.files)) }
        }
        @if let Some(link) = &now.link {
            p {
                a class="button button-main" href=(link) rel="external noopener noreferrer nofollow" { (texts.link) }
                span class="information-link" { (texts.elsewhere) ": " (link) }
            }
        }
        p class="no-print" { a href="/permohonan" rel="external" { (texts.ask) } }
    }
}

fn columns(place: &Place<'_>, id: i64, version: &InformationVersion) -> Markup {
    let lang = place.reader.lang;
    let texts = lang.information();
    let agency = place.settings.agency(&version.agency).map_or(&*version.agency, |agency| agency.name(lang));
    let forms: Vec<&str> = version.forms.iter().map(|form| lang.information_form(*form)).collect();
    let day = |day| lang.day_long(day);
    let rows: [(&str, Option<String>); 10] = [
        (texts.number, Some(id.to_string())),
        (texts.summary, Some(version.summary.clone())),
        (texts.agency, Some(agency.to_owned())),
        (texts.official, Some(version.official.clone())),
        (texts.made_on, Some(day(version.made_on))),
        (texts.made_at, version.made_at.clone()),
        (texts.form, Some(forms.join(", "))),
        (texts.keep_until, Some(version.keep_until.map_or_else(|| texts.for_good.to_owned(), day))),
        (texts.topic, version.topic.clone()),
        (texts.published_on, version.published_on.map(day)),
    ];
    html! {
        dl class="information-columns" {
            @for (name, value) in rows {
                @if let Some(value) = value { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}

fn earlier(place: &Place<'_>, id: i64, version: &InformationVersion) -> Markup {
    let lang = place.reader.lang;
    let day = version.published_on.map(|day| lang.day_long(day)).unwrap_or_default();
    html! {
        details class="information-earlier" {
            summary { (lang.information_version(version.number, &day)) ": " (version.title) }
            (columns(place, id, version))
            @if !version.files.is_empty() { (files(place, id, &version.files)) }
        }
    }
}

/// Files with what they are, how large, and the fingerprint that a copy can be compared with; recordings can be played.
fn files(place: &Place<'_>, id: i64, files: &[InformationFile]) -> Markup {
    let lang = place.reader.lang;
    html! {
        ul class="information-files" {
            @for file in files {
                @let address = format!("/informasi/{id}/berkas/{}", file.id);
                li {
                    a href=(address) download=(file.name) rel="external" { (file.name) }
                    " " span class="fine" { (short_word(&file.media_type)) " · " (lang.file_size(file.size)) }
                    @if file.is_audio() { audio controls preload="none" src=(address) aria-label=(file.name) {} }
                    details { summary class="fine" { (lang.information().hash) } code { (file.sha256) } }
                }
            }
        }
    }
}
