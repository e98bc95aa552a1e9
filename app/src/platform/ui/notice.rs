use leptos::prelude::*;

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
pub fn notice(tone: Tone, content: AnyView) -> AnyView {
    let role = match tone {
        Tone::Bad => "alert",
        Tone::Good => "status",
        Tone::Info | Tone::Warning => "note",
    };
    view! {
        <div class=tone.class() role=role>
            {content}
        </div>
    }
    .into_any()
}

/// What went wrong with a request, and a button to try again.
pub fn failure_notice(failure: &Failure, again: impl Fn() + 'static) -> AnyView {
    let lang = use_lang();
    let content = view! {
        <p>{failure.sentence(lang)}</p>
        <button type="button" class="button button-quiet" on:click=move |_| again()>
            {lang.shell().try_again}
        </button>
    };
    notice(Tone::Bad, content.into_any())
}

/// Grey lines in the place of what is being loaded.
pub fn skeleton(lines: usize) -> AnyView {
    let lines = (0..lines).map(|_| view! { <span class="skeleton-line"></span> }).collect_view();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{use_lang().shell().loading}</span>
            {lines}
        </div>
    }
    .into_any()
}
