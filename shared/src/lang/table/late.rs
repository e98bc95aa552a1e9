use std::sync::OnceLock;

use super::Tables;
use crate::lang::Lang;

static ID: OnceLock<Tables> = OnceLock::new();
static EN: OnceLock<Tables> = OnceLock::new();

const fn place(lang: Lang) -> &'static OnceLock<Tables> {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

/// Takes in a language's texts, which live as long as the page. Says whether they are just those that the pages know;
/// then, and only then, may anything be drawn in that language.
pub fn load(lang: Lang, texts: Vec<String>) -> bool {
    if place(lang).get().is_some() {
        return true;
    }
    let texts = texts.into_iter().map(|text| &*text.leak()).collect();
    Tables::read(texts).is_some_and(|tables| place(lang).set(tables).is_ok())
}

/// The tables of a language that has been loaded.
pub(in crate::lang) fn of(lang: Lang) -> &'static Tables {
    place(lang).get().expect("texts are loaded before anything is drawn in their language")
}
