use leptos::prelude::request_animation_frame;
use shared::lang::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use crate::platform::dom::{Tag, tag};
use crate::platform::ui::{Button, plain_button};

/// Asks before boxes are thrown away. `answered` hears whether they are.
pub(super) fn question(lang: Lang, answered: impl Fn(bool) + Copy + 'static) -> Tag {
    let texts = lang.redact();
    let dialog = tag("dialog")
        .class("redact-question")
        .attr("role", "alertdialog")
        .attr("aria-labelledby", "redact-ask")
        .attr("aria-describedby", "redact-ask-lead");
    let element = dialog.element();
    open(&element);
    let answer = move |is_discarded: bool| {
        close(&element);
        answered(is_discarded);
    };
    let (stay, discard, escape) = (answer.clone(), answer.clone(), answer);
    let ways = tag("div")
        .class("form-ways")
        .with(plain_button(Button::Main, texts.stay, move || stay(false)))
        .with(plain_button(Button::Danger, texts.discard, move || discard(true)));
    dialog
        .on("cancel", move |event| {
            event.prevent_default();
            escape(false);
        })
        .with(tag("h2").id("redact-ask").with(texts.ask))
        .with(tag("p").id("redact-ask-lead").with(texts.ask_lead))
        .with(ways)
}

/// Opens a dialog over the page, once it is in it.
pub(super) fn open(dialog: &Element) {
    let dialog: Option<HtmlDialogElement> = dialog.clone().dyn_into().ok();
    request_animation_frame(move || {
        if let Some(dialog) = dialog {
            // Fails for one that has left the page meanwhile.
            let _ = dialog.show_modal();
        }
    });
}

/// Closes a dialog; the browser gives the focus back to what had it before.
pub(super) fn close(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
