use shared::api::GetReconciliation;

use super::compare::compare;
use super::import::import;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::session::use_session;
use crate::platform::ui::{failure_notice, page_heading, skeleton};

/// The comparison, and entering an export.
pub fn lapor_page() -> Tag {
    let texts = use_lang().lapor();
    let session = use_session();
    let found = load(|| call::<GetReconciliation>(Call::default(), &()));
    let comparison = move || -> Part {
        if let Some(found) = found.value.get() {
            return compare(&found);
        }
        match found.failure.get() {
            Some(failure) => {
                session.note(&failure);
                failure_notice(&failure, move || found.again()).into()
            }
            None => skeleton(5).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(import(move || found.again()))
        .with(
            tag("section")
                .class("panel")
                .with(tag("h2").id("compare").attr("tabindex", "-1").with(texts.compare))
                .live(comparison),
        )
}
