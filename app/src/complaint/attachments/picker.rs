use leptos::prelude::*;
use shared::complaint::FILES_MAX;
use shared::lang::Lang;
use shared::problem::Problem;
use web_sys::{Event, File, HtmlInputElement};

use super::list::{Attachment, Attachments, State};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Button, Field, plain_button, problem_line};

const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// Chooses files, and shows how far each is. `changed` hears of every file that comes or goes.
pub fn attachments(field: Field, files: Attachments, changed: impl Fn() + Copy + 'static) -> Tag {
    let lang = use_lang();
    let texts = lang.filing();
    let too_many = RwSignal::new(false);
    let outer = field.problem;
    let field = field.problem(Signal::derive(move || {
        too_many.get().then_some(Problem::TooMany(FILES_MAX as u32)).or_else(|| outer.get())
    }));
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        let list = input.files();
        let picked: Vec<File> =
            list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        too_many.set(files.add(picked));
        changed();
        // So that the same file can be chosen again after it was removed.
        input.set_value("");
    };
    let camera_id = [field.id, "-camera"].concat();
    let hint_id = [field.id, "-hint"].concat();
    let gone = move || {
        too_many.set(false);
        changed();
    };
    let rows = move || {
        let rows: Vec<_> = files.all().into_iter().map(|one| row(lang, files, one, gone)).collect();
        (!rows.is_empty()).then(|| tag("ul").class("attachments").with(rows))
    };
    let optional = tag("span").class("optional").with(lang.shell().optional);
    let hint = field.hint.unwrap_or_default();
    let picker = |id: &str, classes, accepted| {
        let input = tag("input").id(id).class(classes).attr("type", "file").attr("accept", accepted);
        input.on("change", chosen)
    };
    let opener = |id: &str, classes, label| tag("label").class(classes).attr("for", id).with(label);
    let pickers = tag("div")
        .class("pickers")
        .with(picker(&camera_id, "picker picker-camera", "image/*").attr("capture", "environment"))
        .with(opener(&camera_id, "button button-quiet picker-camera-label", texts.take_photo))
        .with(picker(field.id, "picker", ACCEPTED).attr("multiple", "").attr("aria-describedby", &hint_id))
        .with(opener(field.id, "button button-quiet", texts.choose_files));
    tag("fieldset")
        .class("field")
        .live_class("field-bad", move || field.problem.get().is_some())
        .with(tag("legend").class("label").with(field.label).with(optional))
        .with(tag("p").class("hint").id(&hint_id).with(hint))
        .with(pickers)
        .with(problem_line(field))
        .live(rows)
}

fn row(lang: Lang, files: Attachments, one: Attachment, gone: impl Fn() + 'static) -> Tag {
    let Attachment { key, name, size, state, .. } = one;
    let again = move || files.retry(key);
    let remove = move || {
        files.remove(key);
        gone();
    };
    file_row(lang, name, size, state.into(), again, remove)
}

/// A file with how far it is, and what can be done about it.
pub fn file_row(
    lang: Lang,
    name: String,
    size: u64,
    state: Signal<State>,
    again: impl Fn() + Copy + 'static,
    remove: impl Fn() + 'static,
) -> Tag {
    let texts = lang.filing();
    let line = move || match state.get() {
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
    let class = move || {
        let class = match state.get() {
            State::Ready => "attachment attachment-ready",
            State::Stuck(_) | State::Bad(_) => "attachment attachment-bad",
            State::Waiting | State::Sending(_) => "attachment",
        };
        Some(class.to_owned())
    };
    let bar = {
        let name = name.clone();
        move || match state.get() {
            State::Sending(percent) => {
                let bar = tag("progress").class("bar").attr("max", "100").attr("value", percent.to_string());
                Some(bar.attr("aria-label", &name))
            }
            _ => None,
        }
    };
    let again_button = move || {
        let is_stuck = matches!(state.get(), State::Stuck(_));
        is_stuck.then(|| plain_button(Button::Quiet, texts.file_again, again))
    };
    let remove = plain_button(Button::Quiet, texts.remove_file, remove);
    let remove = remove.with(tag("span").class("visually-hidden").with([" ", &name].concat()));
    let state_line = tag("span")
        .class("attachment-state")
        .with(tag("span").with(lang.file_size(size)))
        .with(tag("span").live_attr("role", spoken).live(line));
    let words = tag("div")
        .class("attachment-words")
        .with(tag("span").class("attachment-name").with(name))
        .with(state_line)
        .live(bar);
    tag("li").live_attr("class", class).with(words).live(again_button).with(remove)
}
