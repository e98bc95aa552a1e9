use leptos::prelude::*;

use super::voices::{Voices, voice_for};
use crate::platform::dom::{Part, Tag, svg, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::ui::{LatePage, focus_on, late_part};

/// What reads, whose code comes when it is first asked for.
#[derive(Clone, Copy)]
pub struct AloudPart(pub LatePage);

/// Whether the page is being read.
#[derive(Clone, Copy)]
pub(super) struct Open(RwSignal<bool>);

impl Open {
    /// Ends the reading; the focus goes back to where it was begun.
    pub(super) fn close(self) {
        self.leave();
        focus_on("#read-aloud");
    }

    /// Ends the reading of a page that is left.
    pub(super) fn leave(self) {
        self.0.set(false);
    }
}

/// Makes the reading known to the frame's parts.
pub fn provide_aloud() {
    provide_context(Open(RwSignal::new(false)));
}

/// The button that has the page read; nothing on devices that have no voice for its language.
pub fn aloud_choice() -> Part {
    let (Open(is_open), Voices(voices)): (Open, Voices) = (expect_context(), expect_context());
    let lang = use_lang();
    let has_voice = memo(move || {
        voices.get();
        voice_for(lang).is_some()
    });
    Part::live(move || has_voice.get().then(|| button(is_open)))
}

fn button(is_open: RwSignal<bool>) -> Tag {
    let sign = "M4 9.5h3.5L12 5.500v13L7.500 14.500H4z M15.500 9a4 4 0 0 1 0 6 M18 6.500a8 8 0 0 1 0 11";
    let icon = svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", sign));
    tag("button")
        .attr("type", "button")
        .id("read-aloud")
        .class("choice")
        .live_attr("aria-pressed", move || Some(is_open.get().to_string()))
        .on_press(move || is_open.set(!is_open.get_untracked()))
        .with(icon)
        .with(tag("span").class("visually-hidden").with(use_lang().aloud().open))
}

/// Where the bar opens.
pub fn aloud_place() -> Part {
    let (Open(is_open), AloudPart(part)): (Open, AloudPart) = (expect_context(), expect_context());
    let place = move || {
        let name = use_lang().aloud().bar;
        tag("section").class("aloud-place no-print").attr("aria-label", name).with(late_part(part))
    };
    Part::live(move || is_open.get().then(place))
}
