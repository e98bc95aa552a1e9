//! The first page: how do I complain, where is mine, how is the government doing.

use leptos::prelude::*;

use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// The first page.
pub fn home_page() -> AnyView {
    page_heading(use_lang().shell().title.to_owned())
}
