//! What happened, and the files that came with it.

use crate::platform::pages::Visit;
use maud::{Markup, html};
use shared::complaint::{ComplaintView, Entry, EntryKind, FileView};
use shared::lang::Lang;

/// The form that every button of a file belongs to: it holds the secret once for all of them.
pub(super) const FILES_FORM: &str = "own-files";

/// What happened, newest first; texts and files for the reporter alone.
pub(super) fn story(visit: &Visit, view: &ComplaintView) -> Markup {
    html! { ol class="story" { @for one in view.entries.iter().rev() { (line(visit, &view.code, one)) } } }
}

/// What the office wrote last in entries of a kind: the answer or the question that is to be replied to.
pub(super) fn last_words(visit: &Visit, view: &ComplaintView, kind: EntryKind) -> Markup {
    let last = view.entries.iter().rev().find(|one| one.kind == kind && one.text.is_some());
    html! { @if let Some(one) = last { ol class="story" { (line(visit, &view.code, one)) } } }
}

fn line(visit: &Visit, code: &str, one: &Entry) -> Markup {
    let lang = visit.lang();
    html! {
        li class=(if one.text.is_some() { "story-line story-spoken" } else { "story-line" }) {
            p class="story-head" {
                span class="story-kind" { (lang.entry(one.kind)) }
                " " time class="story-on" datetime=(one.on) { (lang.day_short(one.on)) }
            }
            @if let Some(key) = &one.agency { p { (agency_name(visit, key)) } }
            @if let Some(brings) = brings(lang, one) { p { (brings) } }
            @if let Some(text) = &one.text { p class="story-text" { (text) } }
            (files(lang, code, &one.files))
        }
    }
}

/// What an answer brings, and by when.
fn brings(lang: Lang, one: &Entry) -> Option<String> {
    lang.brings(one.outcome, one.promised_on.map(|day| lang.day_short(day)).as_deref())
}

/// An agency's name; its key where the settings do not know it any more.
fn agency_name<'a>(visit: &'a Visit, key: &'a str) -> &'a str {
    visit.settings.agency(key).map_or(key, |agency| agency.name(visit.lang()))
}

/// Files, each with a button that fetches it: the secret opens them, and an address must not hold it.
pub(super) fn files(lang: Lang, code: &str, files: &[FileView]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul class="attachments" {
                @for file in files {
                    li class="attachment" aria-label=(file.name) {
                        div class="attachment-words" {
                            span class="attachment-name" { (file.name) }
                            " " span class="attachment-state" { (lang.file_size(file.size)) }
                        }
                        button type="submit" class="button button-quiet" form=(FILES_FORM)
                            formaction={ "/lacak/" (code) "/berkas/" (file.id) } {
                            (lang.tracking().save_file)
                            span class="visually-hidden" { " " (file.name) }
                        }
                    }
                }
            }
        }
    }
}
