use shared::lang::Lang;

use crate::platform::device::{Theme, ThemeChoice};
use crate::platform::dom::{Tag, svg, tag};
use crate::platform::lang::{LangChoice, use_lang};
use crate::platform::ui::focus_on;

/// Switches to the other language; written in that language, for those who read only it.
pub fn lang_choice(choice: LangChoice) -> Tag {
    let (other, short, name) = match use_lang() {
        Lang::Id => (Lang::En, "EN", "English"),
        Lang::En => (Lang::Id, "ID", "Bahasa Indonesia"),
    };
    tag("button")
        .attr("type", "button")
        .id("choose-lang")
        .class("choice")
        .attr("lang", other.tag())
        .on_press(move || choice.switch(other, || focus_on("#choose-lang")))
        .with(tag("span").attr("aria-hidden", "true").with(short))
        .with(tag("span").class("visually-hidden").with(name))
}

/// Goes through the themes in turn, and says which one is on.
pub fn theme_choice(choice: ThemeChoice) -> Tag {
    let texts = use_lang().shell();
    let label = move || match choice.get() {
        Theme::Auto => texts.theme_auto,
        Theme::Light => texts.theme_light,
        Theme::Dark => texts.theme_dark,
    };
    let sign = move || match choice.get() {
        Theme::Auto => "M12 3a9 9 0 1 0 0 18z M12 3a9 9 0 0 1 0 18",
        Theme::Light => {
            "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M12 2v3 M12 19v3 M2 12h3 M19 12h3 M5 5l2 2 M17 17l2 2 M19 5l-2 2 M7 17l-2 2"
        }
        Theme::Dark => "M20 14.5A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
    };
    let icon = svg("svg")
        .class("icon")
        .live_class("icon-half", move || choice.get() == Theme::Auto)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(svg("path").live_attr("d", move || Some(sign().to_owned())));
    tag("button")
        .attr("type", "button")
        .id("choose-theme")
        .class("choice")
        .on_press(move || {
            choice.switch(match choice.get_untracked() {
                Theme::Auto => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::Auto,
            })
        })
        .with(icon)
        .with(tag("span").class("visually-hidden").live(label))
}
