//! The public transparency page: what waits, what moves, as of any day.

use leptos::prelude::*;

use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// The transparency page.
pub fn recap_page() -> AnyView {
    page_heading(use_lang().recap().title.to_owned())
}
