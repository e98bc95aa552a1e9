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
pub use review::review_section;
pub use shelf::kept_row;
pub use step::Step;
pub use stepper::stepper;
pub use summary::summary_of;

use leptos::prelude::*;

use super::receipt::receipt;
use crate::platform::device::use_outbox;
use crate::platform::dom::tag;
use crate::platform::settings::use_meta;
use crate::platform::ui::LatePage;

/// What the form shows of what the phone keeps. Most people have nothing there yet, so it comes after the form.
#[derive(Clone, Copy)]
pub struct KeptParts {
    /// What is kept besides what is in the form.
    pub shelf: LatePage,
    /// Whether anything may be kept.
    pub storing: LatePage,
}

/// Makes the form's draft known to everything below, with what was typed into the served form, and keeps it.
pub fn provide_draft(parts: KeptParts) {
    provide_context(parts);
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

/// The part of the form's first step that shows what is kept.
pub fn shelf() -> AnyView {
    shelf::shelf(form::Form::new(expect_context(), use_meta())).any()
}

/// The part of the form's first step that lets people decide whether anything is kept.
pub fn storing() -> AnyView {
    storing::storing(expect_context()).any()
}
