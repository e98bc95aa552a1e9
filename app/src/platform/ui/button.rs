use leptos::prelude::*;

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
) -> AnyView {
    let (label, busy) = (label.into(), busy.into());
    view! {
        <button
            type="button"
            class=look.class()
            aria-disabled=move || busy.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=move |_| {
                if !busy.get_untracked() {
                    on_press();
                }
            }
        >
            {move || label.get()}
        </button>
    }
    .into_any()
}
