//! Form parts as HTML, each with the markup of the app's own, so that styles fit and the app finds what was typed.

mod choice;
mod field;

pub use choice::{Choice, radios, select, switch};
pub use field::{Field, TextKind, area, date, frame, hidden, hint_line, line, problem_line};

use maud::{Markup, html};
use shared::lang::Lang;

/// What needs another look, each line with a link to its field: its element's id, its label, what is wrong.
pub fn summary(lang: Lang, lines: &[(&str, &str, String)]) -> Markup {
    html! {
        @if !lines.is_empty() {
            div id="summary" class="notice notice-bad" role="alert" tabindex="-1" aria-labelledby="summary-heading" {
                h2 id="summary-heading" class="notice-heading" { (lang.shell().problems) }
                ul {
                    @for (element, label, sentence) in lines {
                        li { a href={ "#" (element) } { (label) } ": " (sentence) }
                    }
                }
            }
        }
    }
}

/// A framed notice, as [`Tone`] says.
pub fn notice(tone: Tone, words: &str) -> Markup {
    let (class, role) = match tone {
        Tone::Info => ("notice notice-info", "note"),
        Tone::Good => ("notice notice-good", "status"),
        Tone::Warning => ("notice notice-warning", "note"),
        Tone::Bad => ("notice notice-bad", "alert"),
    };
    html! { div class=(class) role=(role) { p { (words) } } }
}

/// What a notice is about.
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
