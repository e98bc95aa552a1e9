use std::rc::Rc;

use leptos::prelude::GetValue;
use shared::api::{
    DESK_REQUEST_FILE_PATH, DESK_REQUEST_ORIGINAL_PATH, GetRequestFile, GiveRequestFile, NoWords,
    REQUEST_PIECE_PATH, RemoveRequestFile, StartRequestFile, fill as address_of,
};
use shared::lang::fill;
use shared::media::short_word;
use shared::request::{DeskRequest, FileToGive, GivenAs, REQUEST_FILE_BYTES_MAX, RequestAction, RequestFile};

use super::cover::Cover;
use super::open_file::{Open, Panel};
use super::opened::Opened;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::upload_to;
use crate::platform::queue::{Place, Queue, drop_place, on_its_way, picker};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::redact::redact_place;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, button, plain_button};

/// Where the focus goes after something was done with a file.
const PANEL: &str = "#request-files";

/// The files of what is granted: those that are held back, with the ways to give them, and those that are given.
pub fn files(opened: Opened) -> Tag {
    let lang = opened.lang;
    let texts = lang.requesting();
    let queue = queue_of(opened);
    let panel = Panel::new(opened);
    let is_open = memo(move || {
        let may = |view: &DeskRequest| view.actions.contains(&RequestAction::Attach);
        opened.load.value.with(|view| view.as_ref().is_some_and(may))
    });
    let all = memo(move || {
        opened.load.value.with(|view| view.as_ref().map(|view| view.files.clone()).unwrap_or_default())
    });
    let rows = move || -> Part {
        let files = all.get();
        if files.is_empty() {
            return tag("p").class("fine").with(texts.no_files).into();
        }
        let rows: Vec<_> = files.iter().map(|file| row(panel, file, is_open.get())).collect();
        tag("ul").class("attachments").with(rows).into()
    };
    let sending = move || -> Part {
        let all = queue.all.get();
        let rows: Vec<_> = all.into_iter().map(|sent| on_its_way(lang, queue, sent, PANEL)).collect();
        if rows.is_empty() { Part::Nothing } else { tag("ul").class("attachments").with(rows).into() }
    };
    let ways = move || -> Part {
        if !is_open.get() {
            return Part::Nothing;
        }
        let paste = plain_button(Button::Quiet, texts.paste, move || panel.opens(Open::Paste));
        let parts: [Part; 2] =
            [picker(lang, queue, "request-file-picker", texts.files_hint).into(), paste.into()];
        parts.into()
    };
    drop_place(tag("section").class("panel no-print"), queue, move || is_open.get_untracked())
        .with(tag("h2").id(&PANEL[1..]).attr("tabindex", "-1").with(texts.files))
        .with(tag("p").class("hint").with(texts.files_lead))
        .live(rows)
        .live(sending)
        .live(ways)
        .with(panel.form(queue))
        .with(redact_place(panel.asked))
}

fn queue_of(opened: Opened) -> Queue {
    Queue::new(Place {
        most: REQUEST_FILE_BYTES_MAX,
        send: Rc::new(move |file, begun, tell| {
            let number = opened.number.get_value();
            Box::pin(async move {
                let place = (REQUEST_PIECE_PATH, &[number.as_str()][..]);
                upload_to::<StartRequestFile, GetRequestFile>(place, &file, begun.as_deref(), tell).await
            })
        }),
        arrived: Rc::new(move || opened.load.again()),
        moved: Rc::new(move || opened.moved()),
    })
}

fn row(panel: Panel, file: &RequestFile, is_open: bool) -> Tag {
    let opened = panel.opened;
    let lang = opened.lang;
    let texts = lang.requesting();
    let state = match file.given_as {
        None => texts.held,
        Some(GivenAs::Whole) => texts.released,
        Some(GivenAs::Covered) => texts.covered,
        Some(GivenAs::Blackened) => texts.blackened,
        Some(GivenAs::Checked) => texts.checked,
        Some(GivenAs::NoTextLayer) => texts.no_text_layer,
    };
    let state = fill(state, &[("n", &file.parts.to_string())]);
    let about = [&short_word(&file.media_type), " · ", &lang.file_size(file.size)].concat();
    let way = |path, label: &'static str| {
        let link = tag("a")
            .class("button button-quiet")
            .attr("href", address_of(path, &[&opened.number.get_value(), &file.id]))
            .attr("rel", "external")
            .attr("download", "")
            .with(label);
        named(link, &file.name)
    };
    let look = way(DESK_REQUEST_FILE_PATH, texts.look);
    let original = (is_open && file.has_original).then(|| way(DESK_REQUEST_ORIGINAL_PATH, texts.original));
    let words = tag("div")
        .class("attachment-words row-words")
        .with(tag("span").class("row-name").attr("translate", "no").with(file.name.as_str()))
        .with(tag("span").class("fine").with(about))
        .with(tag("span").class("attachment-state").with(state));
    let class = if file.given_as.is_some() { "attachment attachment-ready" } else { "attachment" };
    tag("li").class(class).with(words).with(ways(panel, file, is_open).with(look).with(original))
}

/// What may be done with a file. One that is held back goes even where nothing is given any more.
fn ways(panel: Panel, file: &RequestFile, is_open: bool) -> Tag {
    let opened = panel.opened;
    let texts = opened.lang.requesting();
    let words = opened.lang.informing();
    let sending = Sending::idle();
    let is_held = file.given_as.is_none();
    let id = file.id.clone();
    let give = (is_held && is_open).then(|| {
        let id = id.clone();
        let give = move || {
            opened.order_file::<GiveRequestFile>(sending, &id, FileToGive::default(), texts.now_given, || {});
        };
        named(button(Button::Main, texts.give, sending.busy, give), &file.name)
    });
    let in_part = (is_held && is_open).then(|| in_part(panel, sending, file)).flatten();
    let remove = (is_held || is_open).then(|| {
        let remove = move || {
            opened.order_file::<RemoveRequestFile>(sending, &id, NoWords {}, texts.now_removed, || {})
        };
        let label = fill(words.remove_file, &[("name", &file.name)]);
        button(Button::Quiet, words.remove, sending.busy, remove).attr("aria-label", label)
    });
    tag("div").class("attachment-ways").with(sending.failed()).with(give).with(in_part).with(remove)
}

/// The way to give a file with something black, by what it is.
fn in_part(panel: Panel, sending: Sending, file: &RequestFile) -> Option<Tag> {
    let texts = panel.opened.lang.requesting();
    let own = file.clone();
    let way = if file.is_picture() {
        let cover = Cover { panel, sending, busy: RwSignal::new(false) };
        button(Button::Quiet, texts.cover, cover.busy, move || cover.open(own.clone()))
    } else if file.is_text() {
        plain_button(Button::Quiet, texts.black, move || panel.opens(Open::Black(own.clone())))
    } else if file.is_pdf() {
        plain_button(Button::Quiet, texts.look_through, move || panel.opens(Open::LookThrough(own.clone())))
    } else {
        return None;
    };
    Some(named(way, &file.name))
}

/// A button or a link with the name of its file for those who do not see where it stands.
fn named(button: Tag, name: &str) -> Tag {
    button.with(tag("span").class("visually-hidden").with([" ", name].concat()))
}
