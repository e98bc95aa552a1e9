use leptos::prelude::*;

use super::{recall, remember};

use crate::platform::reactive::RwSignal;

const STORED_AS: &str = "theme";

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the storage and in `data-theme`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word)
    }
}

/// The chosen theme.
#[derive(Clone, Copy)]
pub struct ThemeChoice(RwSignal<Theme>);

impl ThemeChoice {
    /// The theme, followed as a signal.
    pub fn get(self) -> Theme {
        self.0.get()
    }

    /// The theme at this moment.
    pub fn get_untracked(self) -> Theme {
        self.0.get_untracked()
    }

    /// Chooses a theme, for this device's later visits as well.
    pub fn switch(self, theme: Theme) {
        remember(STORED_AS, theme.as_str());
        write_on_page(theme);
        self.0.set(theme);
    }
}

/// Takes up the theme chosen on this device before.
pub fn provide_theme() -> ThemeChoice {
    let theme = recall(STORED_AS).and_then(|word| Theme::parse(&word)).unwrap_or_default();
    write_on_page(theme);
    ThemeChoice(RwSignal::new(theme))
}

fn write_on_page(theme: Theme) {
    if let Some(html) = document().document_element() {
        // Setting an attribute fails for impossible names alone.
        let _ = html.set_attribute("data-theme", theme.as_str());
    }
}
