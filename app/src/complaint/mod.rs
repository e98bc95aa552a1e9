//! A citizen's complaint: filing it, the receipt, and following it.

use leptos::prelude::*;

use crate::platform::ui::page_heading;

/// The form, and the receipt after it.
pub fn file_page() -> AnyView {
    page_heading("Adukan".to_owned())
}

/// Where a code is entered.
pub fn track_page() -> AnyView {
    page_heading("Lacak".to_owned())
}

/// One complaint under its code.
pub fn case_page() -> AnyView {
    page_heading("Lacak".to_owned())
}
