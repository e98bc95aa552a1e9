//! Every text that people see, in Indonesian first and in English.
//!
//! Texts are fields of plain structures with one constant per language, so a missing translation does not compile.
//! The public's and the staff's are apart: a citizen's phone never loads the desk's words.

mod format;
mod mail;
mod table;

pub mod problem;
pub mod public;
pub mod staff;
pub mod term;

#[cfg(all(test, not(feature = "late-texts")))]
mod plain;

#[cfg(feature = "late-texts")]
pub use table::load;

use std::str::FromStr;

use crate::complaint::UnknownWord;

/// The interface's languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Bahasa Indonesia, the first language.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The tag for `lang` attributes and Intl.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language that an `Accept-Language` header asks for; Indonesian unless English comes before it.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: (f32, Option<Self>) = (0.0, None);
        for part in header.split(',') {
            let (tag, parameter) = part.split_once(';').unwrap_or((part, "q=1"));
            let weight =
                parameter.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()).unwrap_or(1.0);
            let language = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase().parse().ok();
            // Of equal ones the first counts, and a weight of nought says "not this one".
            if language.is_some() && weight > best.0 {
                best = (weight, language);
            }
        }
        best.1.unwrap_or_default()
    }

    pub(crate) const fn pick(self, id: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

/// Puts values into a text: each `{name}` becomes what stands beside its name.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

impl FromStr for Lang {
    type Err = UnknownWord;

    fn from_str(tag: &str) -> Result<Self, UnknownWord> {
        match tag {
            "id" | "in" => Ok(Self::Id),
            "en" => Ok(Self::En),
            _ => Err(UnknownWord),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places() {
        let check = |text: &str, expected: &str| {
            assert_eq!(fill(text, &[("n", "5"), ("name", "Dana desa")]), expected, "{text}");
        };
        check("{name}: {n} aduan", "Dana desa: 5 aduan");
        check("tanpa nilai", "tanpa nilai");
        check("{lain} {n}", " 5");
        check("", "");
        check("{n", "5");
    }

    #[test]
    fn browsers_get_the_language_they_ask_for() {
        let check =
            |header: &str, expected| assert_eq!(Lang::from_accept_language(header), expected, "{header}");
        check("", Lang::Id);
        check("id-ID,id;q=0.9,en;q=0.8", Lang::Id);
        check("en-US,en;q=0.9,id;q=0.8", Lang::En);
        check("de-DE,en;q=0.5", Lang::En);
        check("*", Lang::Id);
        check("id;q=0.3, en;q=0.9", Lang::En);
        check("en;q=0, id;q=0.1", Lang::Id);
        check("en;q=x", Lang::En);
    }
}
