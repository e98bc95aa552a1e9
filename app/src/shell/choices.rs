use leptos::prelude::*;
use shared::lang::Lang;

use crate::platform::device::{Theme, ThemeChoice};
use crate::platform::lang::{LangChoice, use_lang};
use crate::platform::ui::focus_on;

/// Switches to the other language; written in that language, for those who read only it.
pub fn lang_choice(choice: LangChoice) -> AnyView {
    let (other, short, name) = match use_lang() {
        Lang::Id => (Lang::En, "EN", "English"),
        Lang::En => (Lang::Id, "ID", "Bahasa Indonesia"),
    };
    view! {
        <button
            type="button"
            id="choose-lang"
            class="choice"
            lang=other.tag()
            on:click=move |_| {
                choice.switch(other);
                focus_on("#choose-lang");
            }
        >
            <span aria-hidden="true">{short}</span>
            <span class="visually-hidden">{name}</span>
        </button>
    }
    .into_any()
}

/// Goes through the themes in turn, and says which one is on.
pub fn theme_choice(choice: ThemeChoice) -> AnyView {
    let texts = use_lang().shell();
    let label = move || match choice.get() {
        Theme::Auto => texts.theme_auto,
        Theme::Light => texts.theme_light,
        Theme::Dark => texts.theme_dark,
    };
    let path = move || match choice.get() {
        Theme::Auto => "M12 3a9 9 0 1 0 0 18V3z M12 3a9 9 0 0 1 0 18",
        Theme::Light => {
            "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M12 2v3 M12 19v3 M2 12h3 M19 12h3 M5 5l2 2 M17 17l2 2 M19 5l-2 2 M7 17l-2 2"
        }
        Theme::Dark => "M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
    };
    view! {
        <button
            type="button"
            id="choose-theme"
            class="choice"
            on:click=move |_| {
                choice.switch(match choice.get() {
                    Theme::Auto => Theme::Light,
                    Theme::Light => Theme::Dark,
                    Theme::Dark => Theme::Auto,
                })
            }
        >
            <svg class="icon" class:icon-half=move || choice.get() == Theme::Auto viewBox="0 0 24 24" aria-hidden="true">
                <path d=path></path>
            </svg>
            <span class="visually-hidden">{label}</span>
        </button>
    }
    .into_any()
}
