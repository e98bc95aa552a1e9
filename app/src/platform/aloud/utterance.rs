use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::voices::synthesis;
use crate::platform::object::text;

/// How an utterance ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Said,
    Failed,
}

/// Words on their way to the ear. Dropping them silences them.
pub(super) struct Utterance {
    utterance: SpeechSynthesisUtterance,
    _on_end: Closure<dyn FnMut(Event)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Utterance {
    /// Begins to speak. `then` hears how it ended, unless it was silenced; nothing where the browser has no speech.
    pub(super) fn say(
        words: &str,
        voice: &SpeechSynthesisVoice,
        rate: f32,
        then: impl Fn(End) + Clone + 'static,
    ) -> Option<Self> {
        let speech = synthesis()?;
        let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(rate);
        let on_end = Closure::<dyn FnMut(Event)>::new({
            let then = then.clone();
            move |_| then(End::Said)
        });
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Another page of the same browser took the voice: what was being said is simply over.
            let is_taken = matches!(text(&event, "error").as_str(), "interrupted" | "canceled");
            then(if is_taken { End::Said } else { End::Failed });
        });
        utterance.set_onend(Some(on_end.as_ref().unchecked_ref()));
        utterance.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        speech.speak(&utterance);
        Some(Self { utterance, _on_end: on_end, _on_error: on_error })
    }
}

impl Drop for Utterance {
    fn drop(&mut self) {
        // The browser tells of the end of what is silenced as well, when nobody is there to hear it.
        self.utterance.set_onend(None);
        self.utterance.set_onerror(None);
        if let Some(speech) = synthesis() {
            speech.cancel();
        }
    }
}
