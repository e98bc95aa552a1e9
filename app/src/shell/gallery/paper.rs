use leptos::prelude::window;

use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Button, plain_button};

/// What paper changes, and a way to see it.
pub fn paper() -> Part {
    let texts = use_lang().gallery();
    let print = plain_button(Button::Quiet, texts.print_now, || {
        // A browser that cannot print does nothing, as its own menu would.
        let _ = window().print();
    });
    [tag("p").with(texts.print_lead), tag("p").with(print)].into()
}
