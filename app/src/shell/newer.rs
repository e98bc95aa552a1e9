use leptos::prelude::*;

use crate::platform::device::{Newer, bring_in_newer};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Button, plain_button};

/// Offers a newer version of the pages. It comes in when people press, and never by itself: they may be writing.
pub fn newer_notice() -> Tag {
    let newer: Newer = expect_context();
    let words = move || newer.0.get().then(|| newer_line(bring_in_newer));
    tag("div").attr("role", "status").live(words)
}

/// That there is a newer one, with what brings it in.
pub fn newer_line(bring_in: impl FnMut() + 'static) -> Tag {
    let texts = use_lang().kept();
    let button = plain_button(Button::Quiet, texts.reload, bring_in);
    tag("p").class("newer").with(tag("span").with(texts.newer)).with(button)
}
