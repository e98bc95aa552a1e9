use std::rc::Rc;

use shared::api::{
    GetInformationFile, IF_MATCH, INFORMATION_PIECE_PATH, NoWords, RemoveInformationFile,
    StartInformationFile,
};
use shared::information::{DeskInformation, INFORMATION_FILE_BYTES_MAX, InformationFile, InformationStage};
use shared::lang::fill;
use shared::media::short_word;

use super::opened::Opened;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{Call, call, upload_to};
use crate::platform::queue::{Place, Queue, drop_place, on_its_way, picker};
use crate::platform::reactive::memo;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, button, focus_on};

/// The files of an entry. Those of a draft come by picker or by being dropped here, and go.
pub fn files(opened: Opened) -> Tag {
    let lang = opened.lang;
    let texts = lang.informing();
    let queue = Queue::new(Place {
        most: INFORMATION_FILE_BYTES_MAX,
        send: Rc::new(move |file, begun, tell| {
            let id = opened.id().to_string();
            Box::pin(async move {
                let place = (INFORMATION_PIECE_PATH, &[id.as_str()][..]);
                upload_to::<StartInformationFile, GetInformationFile>(place, &file, begun.as_deref(), tell)
                    .await
            })
        }),
        arrived: Rc::new(move || opened.load.again()),
        // It is no draft any more.
        moved: Rc::new(move || opened.moved()),
    });
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
        let rows: Vec<_> =
            queue.all.get().into_iter().map(|sent| on_its_way(lang, queue, sent, "#files")).collect();
        if rows.is_empty() { Part::Nothing } else { tag("ul").class("attachments").with(rows).into() }
    };
    let ways = move || -> Part {
        if is_draft.get() {
            picker(lang, queue, "information-files", texts.files_hint).into()
        } else {
            Part::Nothing
        }
    };
    let place = tag("section").class("panel");
    drop_place(place, queue, move || is_draft.get_untracked())
        .with(tag("h2").id("files").attr("tabindex", "-1").with(texts.files))
        .live(rows)
        .live(sending)
        .live(ways)
}

/// A file that is there.
fn row(opened: Opened, file: &InformationFile, is_draft: bool) -> Tag {
    let lang = opened.lang;
    let about = [
        &short_word(&file.media_type),
        " · ",
        &lang.file_size(file.size),
        " · SHA-256 ",
        &file.sha256[..12],
        "…",
    ]
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
