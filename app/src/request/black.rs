use leptos::prelude::GetValue;
use shared::api::{DESK_REQUEST_FILE_PATH, GiveRequestFile, fill as address_of};
use shared::lang::fill;
use shared::privacy::{Passage, blacken, passages_of, plain_lines};
use shared::request::{FileToGive, RequestFile};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::form::empty;
use super::open_file::Panel;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::net::{fetch_text, load};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{
    Button, Field, TextKind, button, failure_notice, focus_on, plain_button, skeleton, text_field,
};

/// The element that holds the text.
const AREA: &str = "black-text";

/// Blackens passages of a text. What is sent is where they are; the server blackens what it has.
pub fn black(panel: Panel, file: RequestFile) -> Tag {
    let number = panel.opened.number.get_value();
    let address = address_of(DESK_REQUEST_FILE_PATH, &[&number, &file.id]);
    let text = load(move || {
        let address = address.clone();
        async move { fetch_text(&address, "").await }
    });
    let texts = panel.opened.lang.requesting();
    let body = move || -> Part {
        if let Some(failure) = text.failure.get() {
            return failure_notice(&failure, move || text.again()).into();
        }
        match text.value.get() {
            Some(text) => {
                // There was no field yet when the form was opened.
                focus_on(&["#", AREA].concat());
                editor(panel, &file.id, plain_lines(&text)).into()
            }
            None => skeleton(4).into(),
        }
    };
    panel.frame(texts.black, texts.black_lead, Part::live(body), Part::Nothing)
}

fn editor(panel: Panel, id: &str, text: String) -> Tag {
    let opened = panel.opened;
    let texts = opened.lang.requesting();
    let sending = Sending::idle();
    let passages = RwSignal::new(Vec::<Passage>::new());
    let is_nothing = RwSignal::new(false);
    let typed = empty();
    let add = move |more: Vec<Passage>| {
        is_nothing.set(more.is_empty());
        passages.update(|all| all.extend(more));
    };
    let selection = {
        let text = text.clone();
        move || add(selected(&text).into_iter().collect())
    };
    let everywhere = {
        let text = text.clone();
        move || {
            let words = typed.with_untracked(|typed| typed.trim().to_owned());
            let found = passages_of(&text, &words);
            if !found.is_empty() {
                typed.set(String::new());
            }
            add(found);
        }
    };
    let id = id.to_owned();
    let send = move || {
        let body = FileToGive { passages: passages.get_untracked(), ..FileToGive::default() };
        if body.passages.is_empty() {
            return is_nothing.set(true);
        }
        opened.order_file::<GiveRequestFile>(sending, &id, body, texts.now_given, move || {
            panel.open.set(None);
        });
    };
    let shown = move || {
        let dark = passages.with(|passages| blacken(&text, passages));
        dark.unwrap_or_else(|_| text.clone()).into()
    };
    // In a field that is `readonly` the keys of some browsers select nothing. This one takes keys, and refuses every change.
    let area = tag("textarea")
        .id(AREA)
        .class("input input-area")
        .attr("rows", "12")
        .attr("aria-readonly", "true")
        .attr("inputmode", "none")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .live_property("value", shown)
        .on("beforeinput", |event| event.prevent_default())
        // What could not be refused is taken back: passages are counted in the text as it is.
        .on("input", move |_| passages.update(|_| {}));
    let nothing = move || {
        is_nothing.get().then(|| tag("p").class("problem").attr("role", "alert").with(texts.black_nothing))
    };
    let told = tag("p").class("fine").attr("role", "status").live(move || match passages.with(Vec::len) {
        0 => String::new(),
        count => fill(texts.black_count, &[("n", &count.to_string())]),
    });
    tag("div")
        .class("form")
        .with(
            tag("div")
                .class("field")
                .with(tag("label").class("label").attr("for", AREA).with(texts.black_text))
                .with(area),
        )
        .with(
            tag("div")
                .class("form-ways")
                .with(plain_button(Button::Quiet, texts.black_selection, selection))
                .with(plain_button(Button::Quiet, texts.black_again, move || passages.set(Vec::new()))),
        )
        .with(
            tag("div")
                .class("form-line")
                .with(text_field(
                    Field::new("black-words", texts.black_words).optional(),
                    TextKind::Line,
                    typed,
                ))
                .with(plain_button(Button::Quiet, texts.black_all, everywhere)),
        )
        .with(told)
        .live(nothing)
        .with(sending.failed())
        .with(button(Button::Main, texts.give, sending.busy, send))
}

/// The passage that is selected in the text; browsers count in units of two bytes.
fn selected(text: &str) -> Option<Passage> {
    let area = leptos::prelude::document().get_element_by_id(AREA)?;
    let area = area.dyn_into::<HtmlTextAreaElement>().ok()?;
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    let passage = Passage { start: letters(text, start), end: letters(text, end) };
    (passage.start < passage.end).then_some(passage)
}

/// How many characters so many units are.
fn letters(text: &str, units: u32) -> u32 {
    let (mut left, mut count) = (units, 0);
    for letter in text.chars() {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(letter.len_utf16() as u32);
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_become_letters() {
        let check = |text: &str, units, expected| assert_eq!(letters(text, units), expected, "{text}");
        check("Budi", 2, 2);
        check("a🛣b", 3, 2);
        check("a🛣b", 4, 3);
        check("é", 1, 1);
        check("", 5, 0);
    }
}
