use leptos::prelude::*;
use shared::api::FILE_PATH;
use shared::complaint::{Entry, EntryKind, FileView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlAnchorElement, Url};

use super::case::Case;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, Failure, fetch_blob};
use crate::platform::reactive::{RwSignal, memo, spawn};
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, button};

/// What happened, newest first; texts and files for the reporter alone.
pub fn story(case: Case) -> Tag {
    let entries = memo(move || {
        case.view.value.with(|view| view.as_ref().map(|view| view.entries.clone()).unwrap_or_default())
    });
    let lines = move || entries.get().into_iter().rev().map(|one| line(case, one)).collect::<Vec<_>>();
    tag("ol").class("story").live(lines)
}

fn line(case: Case, mut one: Entry) -> Tag {
    let files = files(case, std::mem::take(&mut one.files));
    story_line(one, files)
}

/// One thing that happened, with the files that came with it.
pub fn story_line(one: Entry, files: Option<Tag>) -> Tag {
    let lang = use_lang();
    let time = tag("time").class("story-on").attr("datetime", one.on.to_string());
    let head = tag("p")
        .class("story-head")
        .with(tag("span").class("story-kind").with(lang.entry(one.kind)))
        .with(time.with(day_short(lang, one.on)));
    let promised = one.promised_on.map(|day| day_short(lang, day));
    let brings = lang.brings(one.outcome, promised.as_deref());
    let agency = one.agency.as_deref().map(|key| tag("p").with(agency_name(lang, key)));
    tag("li")
        .class(if one.text.is_some() { "story-line story-spoken" } else { "story-line" })
        .with(head)
        .with(agency)
        .with(brings.map(|brings| tag("p").with(brings)))
        .with(one.text.map(|text| tag("p").class("story-text").with(text)))
        .with(files)
}

/// What the office wrote last in entries of a kind: the answer or the question that is to be replied to.
pub fn last_words(case: Case, kind: EntryKind) -> Part {
    Part::live(move || {
        let last = case.view.value.with(|view| {
            let entries = view.as_ref().map_or(&[][..], |view| &view.entries[..]);
            entries.iter().rev().find(|one| one.kind == kind && one.text.is_some()).cloned()
        });
        last.map(|one| tag("ol").class("story").with(line(case, one)))
    })
}

/// Files, each with a button that fetches it: only a header opens them, which a link cannot send.
pub fn files(case: Case, files: Vec<FileView>) -> Option<Tag> {
    let rows: Vec<_> = files.into_iter().map(|file| file_row(case, file)).collect();
    (!rows.is_empty()).then(|| tag("ul").class("attachments").with(rows))
}

fn file_row(case: Case, file: FileView) -> Tag {
    let lang = use_lang();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let FileView { id, name, size, .. } = file;
    let shown = name.clone();
    let save = move || {
        let (id, name) = (id.clone(), name.clone());
        busy.set(true);
        failure.set(None);
        spawn(async move {
            let (code, authorization) = (case.code(), case.authorization());
            let headers = [("authorization", authorization.as_str())];
            let details = Call { path: &[&code, &id], headers: &headers, ..Call::default() };
            match fetch_blob(FILE_PATH, details).await {
                Ok(blob) => hand_over(&blob, &name),
                Err(why) => {
                    failure.set(Some(why));
                }
            }
            busy.set(false);
        });
    };
    let failed = move || failure.get().map(|failure| failure.sentence(lang));
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(shown.as_str()))
        .with(tag("span").class("attachment-state").with(lang.file_size(size)))
        .with(tag("span").attr("role", "status").live(failed));
    tag("li").class("attachment").attr("aria-label", &shown).with(words).with(button(
        Button::Quiet,
        lang.tracking().save_file,
        busy,
        save,
    ))
}

/// Saves a file as the browser saves downloads.
fn hand_over(blob: &web_sys::Blob, name: &str) {
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has taken the file; without this it would stay in memory as long as the tab.
    let _ = Url::revoke_object_url(&address);
}
