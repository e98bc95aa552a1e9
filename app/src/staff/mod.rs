//! The staff's room, still empty: its own entry, its own texts, nothing of the citizens' pages.

mod words;

use leptos::prelude::*;

use crate::platform::device::provide_theme;
use crate::platform::lang::provide_lang;

/// The room.
#[component]
pub fn App() -> impl IntoView {
    provide_theme();
    let words = words::of(provide_lang().get());
    document().set_title(words.title);
    view! {
        <div class="page page-narrow">
            <h1>{words.title}</h1>
            <p>{words.not_yet}</p>
            <p>
                <a href="/">{words.home}</a>
            </p>
        </div>
    }
}
