use leptos::prelude::{GetValue, event_target};
use shared::api::{IF_MATCH, NoWords, RemoveInformationFile};
use shared::information::{DeskInformation, InformationFile, InformationStage};
use shared::lang::{Lang, fill};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::opened::Opened;
use super::sent::{Queue, Sent, State};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{Call, call};
use crate::platform::reactive::memo;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, button, focus_on, plain_button};

/// The files of an entry. Those of a draft come by picker or by being dropped here, and go.
pub fn files(opened: Opened) -> Tag {
    let lang = opened.lang;
    let texts = lang.informing();
    let queue = Queue::new(opened);
    let is_draft = memo(move || {
        opened
            .load
            .value
            .with(|entry| entry.as_ref().is_some_and(|entry| entry.stage == InformationStage::Draft))
    });
    let kept = memo(move || {
        opened
            .load
            .value
            .with(|entry| entry.as_ref().map(|entry| entry.newest.files.clone()).unwrap_or_default())
    });
    let rows = move || -> Part {
        let files = kept.get();
        if files.is_empty() && queue.all.with(Vec::is_empty) {
            return tag("p").class("fine").with(texts.no_files).into();
        }
        let rows: Vec<_> = files.iter().map(|file| row(opened, file, is_draft.get())).collect();
        tag("ul").class("attachments").with(rows).into()
    };
    let sending = move || -> Part {
        let rows: Vec<_> = queue.all.get().into_iter().map(|sent| on_its_way(lang, queue, sent)).collect();
        if rows.is_empty() { Part::Nothing } else { tag("ul").class("attachments").with(rows).into() }
    };
    let picker = move || -> Part { if is_draft.get() { picker(lang, queue).into() } else { Part::Nothing } };
    let drops = move |event: Event| {
        if !is_draft.get_untracked() {
            return;
        }
        event.prevent_default();
        let dropped: Option<FileList> =
            event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        queue.take_in(dropped.as_ref().map(all_of).unwrap_or_default());
    };
    tag("section")
        .class("panel")
        .on("dragover", move |event| {
            if is_draft.get_untracked() {
                event.prevent_default();
            }
        })
        .on("drop", drops)
        .with(tag("h2").id("files").attr("tabindex", "-1").with(texts.files))
        .live(rows)
        .live(sending)
        .live(picker)
}

fn all_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

fn picker(lang: Lang, queue: Queue) -> Tag {
    let texts = lang.informing();
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        queue.take_in(input.files().as_ref().map(all_of).unwrap_or_default());
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let input = tag("input")
        .id("information-files")
        .class("picker")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("aria-describedby", "information-files-hint")
        .on("change", chosen);
    tag("div")
        .class("field")
        .with(tag("p").class("hint").id("information-files-hint").with(texts.files_hint))
        .with(tag("div").class("pickers").with(input).with(
            tag("label").class("button button-quiet").attr("for", "information-files").with(texts.add_files),
        ))
}

/// A file that is there.
fn row(opened: Opened, file: &InformationFile, is_draft: bool) -> Tag {
    let lang = opened.lang;
    let about = [&file.media_type, " · ", &lang.file_size(file.size), " · SHA-256 ", &file.sha256[..12], "…"]
        .concat();
    let words = tag("div")
        .class("attachment-words row-words")
        .with(tag("span").class("row-name").with(file.name.as_str()))
        .with(tag("span").class("fine").with(about));
    let ways = is_draft.then(|| removal(opened, file));
    tag("li").class("attachment attachment-ready").with(words).with(ways)
}

fn removal(opened: Opened, file: &InformationFile) -> Tag {
    let texts = opened.lang.informing();
    let sending = Sending::idle();
    let id = file.id.clone();
    let remove = move || {
        let (entry, version) = (opened.id().to_string(), opened.version().to_string());
        let id = id.clone();
        let answer = async move {
            let headers = [(IF_MATCH, version.as_str())];
            let details = Call { path: &[&entry, &id], headers: &headers, ..Call::default() };
            call::<RemoveInformationFile>(details, &NoWords {}).await
        };
        let done = move |now: DeskInformation| {
            opened.load.value.set(Some(now));
            focus_on("#files");
        };
        sending.run(answer, done, move || opened.moved());
    };
    let label = fill(texts.remove_file, &[("name", &file.name)]);
    tag("div")
        .class("attachment-ways")
        .with(sending.failed())
        .with(button(Button::Quiet, texts.remove, sending.busy, remove).attr("aria-label", label))
}

/// A file that is not there yet.
fn on_its_way(lang: Lang, queue: Queue, sent: Sent) -> Tag {
    let texts = lang.informing();
    let name = sent.file.get_value().name();
    let state = sent.state;
    let line = move || match state.get() {
        State::Waiting => lang.filing().file_waiting.to_owned(),
        State::Sending(percent) => lang.uploaded(percent),
        State::Stuck => lang.filing().file_stuck.to_owned(),
        State::Bad(problem) => lang.problem(problem),
    };
    // Every percent would be too much to listen to.
    let spoken = move || (!matches!(state.get(), State::Sending(_))).then(|| "status".to_owned());
    let bar_name = name.clone();
    let bar = move || match state.get() {
        State::Sending(percent) => Some(
            tag("progress")
                .class("bar")
                .attr("max", "100")
                .attr("value", percent.to_string())
                .attr("aria-label", &bar_name),
        ),
        _ => None,
    };
    let again = move || {
        (state.get() == State::Stuck)
            .then(|| plain_button(Button::Quiet, texts.go_on, move || queue.again(sent)))
    };
    let label = fill(texts.remove_file, &[("name", &name)]);
    let drop = plain_button(Button::Quiet, texts.remove, move || {
        queue.drop_one(sent.key);
        focus_on("#files");
    });
    tag("li")
        .class("attachment")
        .with(
            tag("div")
                .class("attachment-words row-words")
                .with(tag("span").class("row-name").with(name))
                .with(tag("span").live_attr("role", spoken).live(line))
                .live(bar),
        )
        .with(tag("div").class("attachment-ways").live(again).with(drop.attr("aria-label", label)))
}
