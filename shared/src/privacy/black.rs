use serde::{Deserialize, Serialize};

use crate::problem::Problem;

/// What stands for a letter that is not told.
pub const BLACK: char = '█';

/// A passage of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its first character, counted from 0.
    pub start: u32,
    /// The character after its last.
    pub end: u32,
}

/// The text of a file as passages are counted in it: lines end in one sign, and no mark of the order of bytes stands before it.
pub fn plain_lines(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// A text with passages blackened: their letters become black and nothing else changes. Spaces stay, so that it still breaks into
/// lines.
///
/// # Errors
/// A passage that is none of this text.
pub fn blacken(text: &str, passages: &[Passage]) -> Result<String, Problem> {
    let mut letters: Vec<char> = text.chars().collect();
    for passage in passages {
        let (start, end) = (passage.start as usize, passage.end as usize);
        if start >= end || end > letters.len() {
            return Err(Problem::OutOfRange(u32::try_from(letters.len()).unwrap_or(u32::MAX)));
        }
        letters[start..end].iter_mut().filter(|letter| !letter.is_whitespace()).for_each(|one| *one = BLACK);
    }
    Ok(letters.into_iter().collect())
}

/// Every passage of a text where some words stand, in small letters or capitals: a name in a heading is the same name.
pub fn passages_of(text: &str, words: &str) -> Vec<Passage> {
    let (letters, word): (Vec<char>, Vec<char>) = (text.chars().collect(), words.chars().collect());
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let is_word =
        |part: &[char]| part.len() == word.len() && part.iter().zip(&word).all(|(a, b)| is_same(*a, *b));
    let places = letters.windows(word.len().max(1)).enumerate().filter(|(_, part)| is_word(part));
    places.map(|(at, _)| Passage { start: place(at), end: place(at + word.len()) }).collect()
}

fn is_same(one: char, other: char) -> bool {
    one == other || one.to_lowercase().eq(other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_only_become_black() {
        let check = |text: &str, passages: &[(u32, u32)], expected: Result<&str, Problem>| {
            let passages: Vec<Passage> =
                passages.iter().map(|(start, end)| Passage { start: *start, end: *end }).collect();
            assert_eq!(blacken(text, &passages), expected.map(str::to_owned), "{text}");
        };
        check("Budi Santoso, Palu", &[(0, 12)], Ok("████ ███████, Palu"));
        check("Désa é", &[(0, 4), (2, 6)], Ok("████ █"));
        check("a\nb", &[(0, 3)], Ok("█\n█"));
        check("Budi", &[], Ok("Budi"));
        check("Budi", &[(2, 5)], Err(Problem::OutOfRange(4)));
        check("Budi", &[(2, 2)], Err(Problem::OutOfRange(4)));
        check("Budi", &[(3, 2)], Err(Problem::OutOfRange(4)));
        check("", &[(0, 1)], Err(Problem::OutOfRange(0)));
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        let check = |text: &str, words: &str, expected: &[(u32, u32)]| {
            let found: Vec<_> = passages_of(text, words).iter().map(|one| (one.start, one.end)).collect();
            assert_eq!(found, expected, "{words}");
        };
        check("Budi dan Budi", "Budi", &[(0, 4), (9, 13)]);
        check("BUDI, budi", "Budi", &[(0, 4), (6, 10)]);
        check("É Budi", "é budi", &[(0, 6)]);
        check("Budi", "Siti", &[]);
        check("Bu", "Budi", &[]);
        check("Budi", "", &[]);
    }

    #[test]
    fn lines_end_in_one_sign() {
        assert_eq!(plain_lines("\u{feff}a\r\nb\rc\nd"), "a\nb\nc\nd");
    }
}
