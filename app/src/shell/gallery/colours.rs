use leptos::prelude::*;
use shared::contrast::{Colour, Kind, PAIRS, Pair};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use crate::platform::device::ThemeChoice;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{decimal, use_lang};

/// Every colour on every ground that it stands on, with the contrast that this screen's theme gives it.
pub fn colours() -> Part {
    let texts = use_lang().gallery();
    let theme = theme_changes();
    let pairs: Vec<_> = PAIRS.iter().map(|pair| tag("li").with(shown(*pair, theme))).collect();
    [tag("p").class("fine").with(texts.colours_lead), tag("ul").class("gallery-colours").with(pairs)].into()
}

fn shown(pair: Pair, theme: Trigger) -> Tag {
    let lang = use_lang();
    let Pair { front, ground, kind } = pair;
    let measured = move || {
        theme.track();
        let contrast = token(front).zip(token(ground)).map(|(front, ground)| front.contrast(ground));
        contrast.map(|contrast| decimal(lang, contrast))
    };
    let sample = match kind {
        Kind::Text => tag("span").class("gallery-front").with("Aa"),
        Kind::Part => tag("span").class("gallery-front gallery-bar"),
    };
    let sample = tag("span").class("gallery-ground").attr("aria-hidden", "true").with(sample);
    if let Some(element) = sample.element().dyn_ref::<HtmlElement>() {
        // Through the object model, which the content policy allows; setting a custom property does not fail.
        let _ = element.style().set_property("--front", &["var(--", front, ")"].concat());
        let _ = element.style().set_property("--on", &["var(--", ground, ")"].concat());
    }
    let names = tag("span").class("gallery-names").with(tag("b").with(front)).with([" / ", ground].concat());
    tag("div")
        .class("gallery-pair")
        .with(sample)
        .with(names)
        .with(tag("span").class("gallery-ratio").live(measured))
}

/// A token's colour as it is now.
fn token(name: &str) -> Option<Colour> {
    let root = document().document_element()?;
    let style = window().get_computed_style(&root).ok()??;
    Colour::parse(&style.get_property_value(&["--", name].concat()).ok()?)
}

/// Tells when the colours are others: by choice, or because the device has changed.
fn theme_changes() -> Trigger {
    let changed = Trigger::new();
    let choice: ThemeChoice = expect_context();
    Effect::new(move |_| {
        choice.get();
        changed.notify();
    });
    if let Ok(Some(device)) = window().match_media("(prefers-color-scheme: dark)") {
        let listener = Closure::<dyn FnMut()>::new(move || changed.notify());
        // A browser that cannot tell shows what it showed before.
        let _ = device.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
        let held = StoredValue::new_local((device, listener));
        on_cleanup(move || {
            held.with_value(|(device, listener)| {
                let _ =
                    device.remove_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
            });
        });
    }
    changed
}
