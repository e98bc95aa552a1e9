use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use send_wrapper::SendWrapper;
use shared::lang::fill;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::choice::Open;
use super::reading::{Reading, State};
use crate::platform::dom::{Tag, svg, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Signal, watch};
use crate::platform::ui::{Tone, focus_on, notice};

/// What the bar shows.
#[derive(Clone, Copy)]
pub struct Bar {
    /// How far the reading is.
    pub state: Signal<State>,
    /// The passage that is read, from zero.
    pub at: Signal<usize>,
    /// How many there are.
    pub all: usize,
    /// Whether it is read slowly.
    pub is_slow: Signal<bool>,
}

/// What is pressed in the bar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Rests or goes on.
    Toggle,
    /// The passage before.
    Before,
    /// The next one.
    Next,
    /// Slowly, or no longer.
    Slowly,
    /// Ends it.
    Stop,
}

/// Reads the page and shows the bar, until it is closed or another page is opened.
pub fn aloud() -> AnyView {
    let open: Open = expect_context();
    let Some(reading) = Reading::of_page(use_lang()) else {
        // The voice went away between the button and its press.
        let words = tag("p").with(use_lang().aloud().failed);
        return notice(Tone::Bad, words);
    };
    let ended = SendWrapper::new(Rc::clone(&reading));
    on_cleanup(move || ended.end());
    let location = use_location();
    let here = [location.pathname.get_untracked(), location.search.get_untracked()];
    watch(move || {
        if [location.pathname.get(), location.search.get()] != here {
            open.leave();
        }
    });
    let shown = Bar {
        state: reading.state.into(),
        at: reading.at.into(),
        all: reading.all(),
        is_slow: reading.is_slow.into(),
    };
    reading.toggle();
    focus_on(".aloud-main");
    bar(shown, move |press| match press {
        Press::Toggle => reading.toggle(),
        Press::Before => reading.step(-1),
        Press::Next => reading.step(1),
        Press::Slowly => reading.turn_slow(),
        Press::Stop => open.close(),
    })
    .any()
}

/// The bar.
pub fn bar(shown: Bar, on_press: impl Fn(Press) + Clone + 'static) -> Tag {
    let texts = use_lang().aloud();
    let Bar { state, at, all, is_slow } = shown;
    let act = |press| {
        let on_press = on_press.clone();
        move || on_press(press)
    };
    let stop = act(Press::Stop);
    let on_key = move |event: web_sys::Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            stop();
        }
    };
    let toggle_name = move || match state.get() {
        State::Reading => texts.pause,
        State::Paused | State::Failed => texts.go_on,
        State::Done => texts.open,
    };
    let toggle_sign = move || {
        Some(if state.get() == State::Reading { "M8 5v14 M16 5v14" } else { "M8 5l11 7l-11 7z" }.to_owned())
    };
    let toggle = tag("button")
        .attr("type", "button")
        .class("aloud-main")
        .on_press(act(Press::Toggle))
        .with(icon().with(svg("path").live_attr("d", toggle_sign)))
        .with(tag("span").live(toggle_name));
    let slowly = tag("button")
        .attr("type", "button")
        .class("aloud-slowly")
        .live_attr("aria-pressed", move || Some(is_slow.get().to_string()))
        .on_press(act(Press::Slowly))
        .with(texts.slowly);
    let progress = move || {
        let number = |place: usize| place.to_string();
        fill(texts.progress, &[("n", &number(at.get() + 1)), ("all", &number(all))])
    };
    let said = move || match state.get() {
        State::Done => Some(texts.done),
        State::Failed => Some(texts.failed),
        State::Reading | State::Paused => None,
    };
    tag("div")
        .class("aloud")
        .attr("role", "group")
        .attr("aria-label", texts.bar)
        .on("keydown", on_key)
        .with(
            tag("div")
                .class("aloud-words")
                .with(tag("p").class("aloud-progress").live(progress))
                .with(tag("p").class("aloud-said").attr("role", "status").live(said)),
        )
        .with(slowly)
        .with(sign_button(texts.stop, "M6 6l12 12 M18 6L6 18", act(Press::Stop)))
        .with(
            tag("div")
                .class("aloud-ways")
                .with(sign_button(texts.before, "M17 6l-7 6l7 6z M7 6v12", act(Press::Before)))
                .with(toggle)
                .with(sign_button(texts.next, "M7 6l7 6l-7 6z M17 6v12", act(Press::Next))),
        )
}

fn sign_button(name: &'static str, sign: &str, on_press: impl FnMut() + 'static) -> Tag {
    tag("button")
        .attr("type", "button")
        .class("choice")
        .on_press(on_press)
        .with(icon().with(svg("path").attr("d", sign)))
        .with(tag("span").class("visually-hidden").with(name))
}

fn icon() -> Tag {
    svg("svg").class("icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true")
}
