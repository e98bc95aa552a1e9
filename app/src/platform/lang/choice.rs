use leptos::prelude::*;
use shared::lang::Lang;

use crate::platform::device::remember;
use crate::platform::reactive::RwSignal;

const STORED_AS: &str = "lang";

/// The chosen language.
#[derive(Clone, Copy)]
pub struct LangChoice(RwSignal<Lang>);

impl LangChoice {
    /// The language, followed as a signal.
    pub fn get(self) -> Lang {
        self.0.get()
    }

    /// The language at this moment.
    pub fn get_untracked(self) -> Lang {
        self.0.get_untracked()
    }

    /// Chooses a language, for this device's later visits as well. `done` is called once the page speaks it; it stays
    /// as it is where the texts do not come.
    #[cfg(feature = "late-texts")]
    pub fn switch(self, lang: Lang, done: impl FnOnce() + 'static) {
        crate::platform::reactive::spawn(async move {
            if super::late::fetch(lang).await {
                self.speak(lang);
                done();
            }
        });
    }

    /// Chooses a language, for this device's later visits as well. `done` is called once the page speaks it.
    #[cfg(not(feature = "late-texts"))]
    pub fn switch(self, lang: Lang, done: impl FnOnce() + 'static) {
        self.speak(lang);
        done();
    }

    fn speak(self, lang: Lang) {
        remember(STORED_AS, lang.tag());
        write_on_page(lang);
        self.0.set(lang);
    }
}

/// The language that the page was served in; Indonesian at first.
pub fn served_lang() -> Lang {
    let html = document().document_element().and_then(|html| html.get_attribute("lang"));
    html.and_then(|tag| tag.parse().ok()).unwrap_or_default()
}

/// Makes the language known to everything below.
pub fn provide_lang() -> LangChoice {
    let choice = LangChoice(RwSignal::new(served_lang()));
    provide_context(choice);
    choice
}

/// The language of the view that is being built. The shell builds every page anew when it changes, so texts are
/// plain strings and no view has to follow a signal.
pub fn use_lang() -> Lang {
    use_context::<LangChoice>().map_or(Lang::default(), |choice| choice.0.get_untracked())
}

/// Writes the language where the browser, screen readers and requests find it.
fn write_on_page(lang: Lang) {
    if let Some(html) = document().document_element() {
        // Setting an attribute fails for impossible names alone.
        let _ = html.set_attribute("lang", lang.tag());
    }
}
