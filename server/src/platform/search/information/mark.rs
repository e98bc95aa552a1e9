//! Marks of what narrows a list, as words among an entry's words.

use std::fmt::Write as _;

use crate::platform::db::{Engine, Value};

/// What an entry is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark<'a> {
    /// How soon it must be public.
    Category(&'a str),
    /// The key of the agency that holds it.
    Agency(&'a str),
    /// The year it was made in.
    Year(i16),
    /// What it is about.
    Topic(&'a str),
    /// A form it can be had in: letters alone.
    Form(&'a str),
}

impl Mark<'_> {
    /// The column of what everyone reads that says the same, with its value and its place among those that leave the fewest.
    pub(super) fn column(self) -> Option<(u8, &'static str, Value)> {
        match self {
            Self::Topic(topic) => Some((0, "topic", topic.into())),
            Self::Agency(agency) => Some((1, "agency_key", agency.into())),
            Self::Year(year) => Some((2, "year", i64::from(year).into())),
            Self::Category(category) => Some((3, "category", category.into())),
            Self::Form(_) => None,
        }
    }

    /// The word that stands for it, behind a sign that no word of people has: for SQLite a letter for private use, which its
    /// tokenizer takes for a letter; for PostgreSQL one that its parser takes for none.
    pub(super) fn word(self, engine: Engine) -> String {
        let mut word = String::from(if engine == Engine::Sqlite { '\u{e000}' } else { '=' });
        let (letter, text) = match self {
            Self::Category(text) => ('c', text.to_owned()),
            Self::Agency(text) => ('a', text.to_owned()),
            Self::Year(year) => ('y', year.to_string()),
            Self::Topic(text) => ('t', text.to_owned()),
            Self::Form(text) => return word + "f" + text,
        };
        word.push(letter);
        for byte in text.bytes() {
            write!(word, "{byte:02x}").expect("a string takes any text");
        }
        word
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::words;
    use super::*;

    #[test]
    fn no_text_leaves_its_mark() {
        let mark = |text| Mark::Topic(text).word(Engine::Postgres);
        assert_eq!(mark("air"), "=t616972");
        assert_eq!(mark("' | é"), "=t27207c20c3a9");
        assert_eq!(Mark::Form("digital").word(Engine::Sqlite), "\u{e000}fdigital");
        assert_eq!(Mark::Year(2025).word(Engine::Sqlite), "\u{e000}y32303235");
        // What people type is never a mark.
        assert_eq!(words("\u{e000}fdigital =fdigital"), ["fdigital", "fdigital"]);
    }
}
