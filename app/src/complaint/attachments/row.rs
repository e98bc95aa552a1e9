use std::rc::Rc;

use leptos::prelude::expect_context;
use shared::lang::Lang;

use super::list::Attachments;
use super::one::{Attachment, Content, State};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::redact::{Asked, Covered, Opening, RedactPart};
use crate::platform::ui::{Button, button, plain_button};

/// A photo as it will leave the phone, as a small picture.
pub(super) fn preview(lang: Lang, one: &Attachment) -> Part {
    let (content, name) = (one.content, one.name.clone());
    Part::live(move || {
        content.with(|content| match content {
            Content::Photo(url) => {
                let words = [lang.filing().preview, " ", &name].concat();
                let picture = tag("img").class("attachment-picture").attr("alt", words);
                Some(picture.attr("src", url.as_str()).attr("decoding", "async"))
            }
            _ => None,
        })
    })
}

/// How far a file is, in words and as a bar.
pub(super) fn progress(lang: Lang, files: Attachments, one: &Attachment) -> [Part; 2] {
    let texts = lang.filing();
    let Attachment { state, content, name, .. } = one.clone();
    let held = one.clone();
    let line = move || match state.get() {
        State::Waiting if content.with(|content| matches!(content, Content::Unknown)) => {
            texts.file_preparing.to_owned()
        }
        State::Waiting if files.is_held(&held) => texts.file_held.to_owned(),
        State::Waiting => texts.file_waiting.to_owned(),
        State::Sending(percent) => lang.uploaded(percent),
        State::Ready => texts.file_ready.to_owned(),
        State::Stuck(_) => texts.file_stuck.to_owned(),
        State::Bad(problem) => lang.problem(problem),
    };
    // Every percent would be too much to listen to.
    let spoken = move || {
        let is_sending = matches!(state.get(), State::Sending(_));
        (!is_sending).then(|| "status".to_owned())
    };
    let bar = move || match state.get() {
        State::Sending(percent) => {
            let bar = tag("progress").class("bar").attr("max", "100").attr("value", percent.to_string());
            Some(bar.attr("aria-label", &name))
        }
        _ => None,
    };
    [tag("span").live_attr("role", spoken).live(line).into(), Part::live(bar)]
}

/// The classes of a file's row.
pub(super) fn classes(state: RwSignal<State>) -> impl Fn() -> Option<String> {
    move || {
        let class = match state.get() {
            State::Ready => "attachment attachment-ready",
            State::Stuck(_) | State::Bad(_) => "attachment attachment-bad",
            State::Waiting | State::Sending(_) => "attachment",
        };
        Some(class.to_owned())
    }
}

/// What a row does: opens the tool that covers parts of a photo, and tells of every file that comes or goes.
#[derive(Clone)]
pub(super) struct Ways {
    /// The files.
    pub files: Attachments,
    /// What the tool is asked to do.
    pub asked: RwSignal<Option<Asked>>,
    /// Hears of changes.
    pub changed: Rc<dyn Fn()>,
}

/// The id of the button that opens the tool for a file.
fn opener_id(key: u32) -> String {
    ["cover-", &key.to_string()].concat()
}

/// One file, with what can be done about it.
pub(super) fn row(lang: Lang, ways: Ways, one: Attachment) -> Tag {
    let texts = lang.filing();
    let Attachment { key, name, taken, covered, content, state, .. } = one.clone();
    let named = |button: Tag| button.with(tag("span").class("visually-hidden").with([" ", &name].concat()));
    let size = {
        let one = one.clone();
        move || {
            content.track();
            let bytes = one.bytes();
            if bytes < taken { lang.shrunk(taken, bytes) } else { lang.file_size(bytes) }
        }
    };
    let opaque = {
        let is_picture = one.file().type_().starts_with("image/");
        move || {
            let is_other = content.with(|content| matches!(content, Content::Other));
            let is_fine = !matches!(state.get(), State::Bad(_));
            (is_picture && is_other && is_fine).then(|| tag("span").with(texts.file_opaque))
        }
    };
    let [line, bar] = progress(lang, ways.files, &one);
    let state_line = tag("span")
        .class("attachment-state")
        .with(tag("span").live(size))
        .with((covered > 0).then(|| tag("span").class("attachment-covered").with(lang.covered(covered))))
        .with(line)
        .live(opaque);
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(name.as_str()))
        .with(state_line)
        .with(bar);
    let again = {
        let files = ways.files;
        move || {
            let is_stuck = matches!(state.get(), State::Stuck(_));
            is_stuck.then(|| plain_button(Button::Quiet, texts.file_again, move || files.retry(key)))
        }
    };
    let (files, changed) = (ways.files, ways.changed.clone());
    let remove = named(plain_button(Button::Quiet, texts.remove_file, move || {
        files.remove(key);
        changed();
    }));
    let opener = {
        let one = one.clone();
        move || {
            let is_photo = content.with(|content| matches!(content, Content::Photo(_)));
            is_photo.then(|| opener(lang, ways.clone(), &one))
        }
    };
    let buttons = tag("div").class("attachment-ways").live(again).live(opener).with(remove);
    tag("li").live_attr("class", classes(state)).with(preview(lang, &one)).with(words).with(buttons)
}

/// The button that opens the tool.
fn opener(lang: Lang, ways: Ways, one: &Attachment) -> Part {
    let part: RedactPart = expect_context();
    let opening = Opening::idle();
    // Needed at the latest where there may be no connection any more.
    spawn(async move {
        let _ = (part.0.load)().await;
    });
    let texts = lang.redact();
    let one = one.clone();
    let key = one.key;
    let name = tag("span").class("visually-hidden").with([" ", &one.name].concat());
    let open = move || {
        let Ways { files, asked, changed } = ways.clone();
        let done = move |saved: Option<Covered>| match saved {
            Some(Covered { file, covers }) => {
                let key = files.cover(key, file, covers.len() as u32);
                changed();
                opener_id(key)
            }
            None => opener_id(key),
        };
        opening.open(part, asked, Asked::new(one.file(), done));
    };
    let label = Signal::derive(move || if opening.busy.get() { texts.opening } else { texts.open });
    let button = button(Button::Quiet, label, opening.busy, open).id(&opener_id(key)).with(name);
    let failed = move || {
        let failed = opening.has_failed.get();
        failed.then(|| tag("p").class("problem").attr("role", "alert").with(texts.not_here))
    };
    [Part::from(button), Part::live(failed)].into()
}
