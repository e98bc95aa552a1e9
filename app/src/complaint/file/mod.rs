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
mod similar;
mod step;
mod stepper;
mod storing;
mod summary;
mod what;
mod whole;
mod wizard;

pub use draft::Draft;
pub use review::review_section;
pub use shelf::kept_row;
pub use step::Step;
pub use stepper::stepper;
pub use summary::summary_of;
pub use whole::whole_form;

use leptos::prelude::*;

use super::attachments::{Work, attached};
use super::receipt::receipt;
use crate::platform::device::use_outbox;
use crate::platform::dom::tag;
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;
use crate::platform::ui::{LatePage, late};

/// Parts of the form that come after its first step: most people keep nothing yet, and files are asked for late.
#[derive(Clone, Copy)]
pub struct FormParts {
    /// What is kept besides what is in the form.
    pub shelf: LatePage,
    /// Whether anything may be kept.
    pub storing: LatePage,
    /// Choosing photos and documents.
    pub files: LatePage,
    /// Those chosen, once more in the summary.
    pub attached: LatePage,
    /// Looking at them and sending them.
    pub work: Work,
    /// The receipt.
    pub receipt: LatePage,
}

/// Makes the form's draft known to everything below, with what was typed into the served form, and keeps it.
pub fn provide_draft(parts: FormParts) {
    provide_context(parts);
    let draft = draft::provide(parts.work);
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
    let parts: FormParts = expect_context();
    // Asked directly, so that the form is gone before the address changes: its first step must not take the focus.
    let content = move || match draft.receipt.with(Option::is_some) {
        true => late(parts.receipt),
        false => wizard::wizard(draft).into(),
    };
    tag("div").live(content).any()
}

/// The receipt of what was just filed.
pub fn filed() -> AnyView {
    let draft: Draft = expect_context();
    let outbox = use_outbox();
    let content = move || {
        draft.receipt.get().map(|filed| receipt(filed, move |after| kept::begin_again(draft, outbox, after)))
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

/// The part of the form that asks for photos and documents.
pub fn files() -> AnyView {
    tag("div").class("form").with(files::fields(form::Form::new(expect_context(), use_meta()))).any()
}

/// The part of the summary that shows them.
pub fn attached_files() -> AnyView {
    let draft: Draft = expect_context();
    tag("div").with(attached(use_lang(), draft.attachments)).any()
}
