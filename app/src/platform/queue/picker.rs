use leptos::prelude::event_target;
use shared::lang::Lang;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::Queue;
use crate::platform::dom::{Tag, tag};

/// The element that files are chosen with; `hint` says which, and `id` names it.
pub fn picker(lang: Lang, queue: Queue, id: &'static str, hint: &'static str) -> Tag {
    let hint_id = [id, "-hint"].concat();
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        queue.take_in(input.files().as_ref().map(all_of).unwrap_or_default());
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let input = tag("input")
        .id(id)
        .class("picker")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("aria-describedby", &hint_id)
        .on("change", chosen);
    let label = tag("label").class("button button-quiet").attr("for", id).with(lang.informing().add_files);
    tag("div")
        .class("field")
        .with(tag("p").class("hint").id(&hint_id).with(hint))
        .with(tag("div").class("pickers").with(input).with(label))
}

/// Lets files be dropped on an element, while `is_open` says so.
pub fn drop_place(place: Tag, queue: Queue, is_open: impl Fn() -> bool + Copy + 'static) -> Tag {
    let drops = move |event: Event| {
        if !is_open() {
            return;
        }
        event.prevent_default();
        let dropped: Option<FileList> =
            event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        queue.take_in(dropped.as_ref().map(all_of).unwrap_or_default());
    };
    let over = move |event: Event| {
        if is_open() {
            event.prevent_default();
        }
    };
    place.on("dragover", over).on("drop", drops)
}

fn all_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}
