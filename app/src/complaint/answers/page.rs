use super::approval::approvals;
use super::templates::templates;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::page_heading;

/// What an office sets about its answers.
pub fn answers_page() -> Tag {
    let texts = use_lang().answers();
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(approvals())
        .with(templates())
}
