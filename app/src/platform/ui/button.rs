use crate::platform::dom::{Tag, tag};
use crate::platform::reactive::Signal;

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The one thing to do on a page.
    Main,
    /// Another way on.
    Quiet,
    /// Something that cannot be undone.
    Danger,
}

impl Button {
    /// Its classes.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-main",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button that shows when it is busy. A busy one stays focusable but does nothing, so that the focus is not lost
/// and pressing twice acts once.
pub fn button(
    look: Button,
    label: impl Into<Signal<&'static str>>,
    busy: impl Into<Signal<bool>>,
    on_press: impl Fn() + 'static,
) -> Tag {
    let (label, busy) = (label.into(), busy.into());
    let while_busy = move || busy.get().then(|| "true".to_owned());
    tag("button")
        .attr("type", "button")
        .class(look.class())
        .live_attr("aria-disabled", while_busy)
        .live_attr("aria-busy", while_busy)
        .on_press(move || {
            if !busy.get_untracked() {
                on_press();
            }
        })
        .live(move || label.get())
}

/// The button that hands in a form.
///
/// Pressing it leaves the focus where it is: a field that is left may show what is wrong with it, and the button would
/// move away from under the pointer before the press is over.
pub fn submit_button(look: Button, label: &'static str) -> Tag {
    tag("button")
        .attr("type", "submit")
        .class(look.class())
        .on("mousedown", |event| event.prevent_default())
        .with(label)
}

/// A button that is never busy.
pub fn plain_button(look: Button, label: &'static str, on_press: impl FnMut() + 'static) -> Tag {
    tag("button").attr("type", "button").class(look.class()).on_press(on_press).with(label)
}
