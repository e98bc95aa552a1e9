use leptos::prelude::*;
use shared::lang::Lang;
use shared::speech::{Voice, best_voice};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

use crate::platform::object::get;
use crate::platform::reactive::RwSignal;

/// Changes whenever the device's voices do: browsers find them out after the page is there.
#[derive(Clone, Copy)]
pub(super) struct Voices(pub RwSignal<u32>);

/// Makes the device's voices known to everything below.
pub fn provide_voices() {
    let voices = Voices(RwSignal::new(0));
    provide_context(voices);
    let Some(speech) = synthesis() else { return };
    let changed = Closure::<dyn FnMut()>::new(move || voices.0.set(voices.0.get_untracked() + 1));
    // Adding a listener does not fail.
    let _ = speech.add_event_listener_with_callback("voiceschanged", changed.as_ref().unchecked_ref());
    // As long as the page.
    changed.forget();
}

/// What speaks, in browsers that can.
pub(super) fn synthesis() -> Option<SpeechSynthesis> {
    let found = get(&window(), "speechSynthesis");
    // Not by its class: some browsers hide that.
    found.is_object().then(|| found.unchecked_into())
}

/// The voice that reads a language best; nothing where none can.
pub(super) fn voice_for(lang: Lang) -> Option<SpeechSynthesisVoice> {
    let voices: Vec<SpeechSynthesisVoice> =
        synthesis()?.get_voices().iter().map(JsCast::unchecked_into).collect();
    let told = voices.iter().map(|voice| Voice {
        lang: voice.lang(),
        is_local: voice.local_service(),
        is_default: voice.default(),
    });
    let best = best_voice(lang, &told.collect::<Vec<_>>())?;
    voices.into_iter().nth(best)
}
