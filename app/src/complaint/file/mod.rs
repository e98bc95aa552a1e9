//! The form: a few short steps, each of which can be gone back to.

mod adopt;
mod class;
mod draft;
mod files;
mod form;
mod kept;
mod place;
mod protection;
mod review;
mod sector;
mod send;
mod shelf;
mod step;
mod stepper;
mod storing;
mod summary;
mod what;
mod wizard;

pub use draft::Draft;

use leptos::prelude::*;

use super::receipt::receipt;
use crate::platform::device::use_outbox;
use crate::platform::dom::tag;

/// Makes the form's draft known to everything below, with what was typed into the served form, and keeps it.
pub fn provide_draft() {
    let draft = draft::provide();
    // Other pages have fields of the same names.
    if window().location().pathname().is_ok_and(|path| path.starts_with("/adukan")) {
        adopt::adopt(draft);
    }
    kept::take_up(draft);
    kept::keep_up(draft);
}

/// The receipt where something was just filed, else the form.
pub fn file_page() -> AnyView {
    let draft: Draft = expect_context();
    let outbox = use_outbox();
    let content = move || match draft.receipt.get() {
        Some(filed) => receipt(filed, move || draft.begin_again(outbox)),
        None => wizard::wizard(draft),
    };
    tag("div").live(content).any()
}
