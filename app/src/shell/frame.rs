use shared::instance::Meta;

use super::footer::footer;
use super::header::header;
use super::newer::newer_notice;
use super::offline::offline_notice;
use crate::platform::aloud::{aloud_place, provide_aloud};
use crate::platform::device::ThemeChoice;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{LangChoice, use_lang};
use crate::platform::net::{Load, is_awaiting};
use crate::platform::reactive::memo;
use crate::platform::settings::provide_meta;
use crate::platform::ui::{failure_notice, skeleton};

/// What lives longer than a page.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The language.
    pub lang: LangChoice,
    /// The theme.
    pub theme: ThemeChoice,
    /// The instance's settings.
    pub meta: Load<Meta>,
}

/// Header, page and footer.
pub fn frame(parts: Frame, pages: fn() -> Part) -> Tag {
    provide_aloud();
    let main = tag("main")
        .id("main")
        .class("main")
        .attr("tabindex", "-1")
        .with(newer_notice())
        .with(offline_notice())
        .with(page(parts.meta, pages));
    tag("div")
        .class("frame")
        .with(tag("div").class("progress").live_class("progress-on", is_awaiting))
        .with(header(parts))
        .with(main)
        .with(footer(parts.meta))
        .with(aloud_place())
}

/// The page, once the settings are here.
fn page(meta: Load<Meta>, pages: fn() -> Part) -> Part {
    let is_here = memo(move || meta.value.with(Option::is_some));
    let texts = use_lang().shell();
    Part::live(move || {
        if is_here.get() {
            meta.value.with_untracked(|meta| meta.clone().map(provide_meta));
            return pages();
        }
        let place = tag("div").class("page page-narrow");
        match meta.failure.get() {
            Some(failure) => place
                .with(tag("h1").with(texts.not_reached))
                .with(failure_notice(&failure, move || meta.again()))
                .into(),
            None => place.with(skeleton(6)).into(),
        }
    })
}
