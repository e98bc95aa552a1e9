use leptos::prelude::*;

use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Failure;

/// What a notice is about. Each has its own words and sign besides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Worth knowing.
    Info,
    /// It worked.
    Good,
    /// Mind this.
    Warning,
    /// It did not work.
    Bad,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice-info",
            Self::Good => "notice notice-good",
            Self::Warning => "notice notice-warning",
            Self::Bad => "notice notice-bad",
        }
    }
}

/// A framed notice. Bad news interrupts a screen reader, everything else waits its turn.
pub fn notice(tone: Tone, content: impl Into<Part>) -> AnyView {
    let role = match tone {
        Tone::Bad => "alert",
        Tone::Good => "status",
        Tone::Info | Tone::Warning => "note",
    };
    tag("div").class(tone.class()).attr("role", role).with(content).any()
}

/// What went wrong with a request, and a button to try again.
pub fn failure_notice(failure: &Failure, again: impl Fn() + 'static) -> AnyView {
    let lang = use_lang();
    let again = tag("button")
        .attr("type", "button")
        .class("button button-quiet")
        .on_press(again)
        .with(lang.shell().try_again);
    notice(Tone::Bad, [tag("p").with(failure.sentence(lang)), again])
}

/// Grey lines in the place of what is being loaded.
pub fn skeleton(lines: usize) -> AnyView {
    let lines: Vec<_> = (0..lines).map(|_| tag("span").class("skeleton-line")).collect();
    tag("div")
        .class("skeleton")
        .attr("role", "status")
        .with(tag("span").class("visually-hidden").with(use_lang().shell().loading))
        .with(lines)
        .any()
}
