use super::{mail, name, number};
use crate::complaint::words;

words! {
    /// What a mark is about.
    PrivateKind {
        /// Sixteen digits: an identity card's or a family card's number.
        IdentityNumber = "identity_number",
        /// A telephone's number.
        Phone = "phone",
        /// An address of mail.
        Mail = "mail",
        /// A person's name.
        Name = "name",
    }
}

/// A part of a text that tells who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrivateMark {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is.
    pub kind: PrivateKind,
}

/// Everything private in a text, from its beginning to its end; no two marks overlap.
///
/// `known` are the names to be looked for besides those that follow a form of address: the reporter's and the accounts'.
pub fn private_marks(text: &str, known: &[&str]) -> Vec<PrivateMark> {
    let mut marks = [mail::marks(text), number::marks(text), name::marks(text, known)].concat();
    // Of two that overlap the one that begins first stays, of those the longer one.
    marks.sort_by_key(|mark| (mark.start, usize::MAX - mark.end));
    let mut end = 0;
    marks.retain(|mark| {
        let is_free = mark.start >= end;
        end = if is_free { mark.end } else { end };
        is_free
    });
    marks
}

/// The text with every mark's characters blacked out. Spaces stay, so that it still breaks into lines.
pub fn blackened(text: &str, marks: &[PrivateMark]) -> String {
    let is_marked = |at: usize| marks.iter().any(|mark| (mark.start..mark.end).contains(&at));
    let black = |(at, sign): (usize, char)| if is_marked(at) && !sign.is_whitespace() { '█' } else { sign };
    text.char_indices().map(black).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_private_is_black() {
        let check = |text: &str, known: &[&str], expected: &str| {
            assert_eq!(blackened(text, &private_marks(text, known)), expected, "{text}");
        };
        check("Jalan rusak sejak 12 Juni 2026.", &["Siti Aminah"], "Jalan rusak sejak 12 Juni 2026.");
        check(
            "Hubungi Ibu Siti di 0812-3456-7890 atau siti@contoh.id.",
            &[],
            "Hubungi Ibu ████ di ██████████████ atau ██████████████.",
        );
        check("NIK 7271 0123 4567 8901", &[], "NIK ████ ████ ████ ████");
        check("pak Budi Santoso marah", &[], "pak ████ ███████ marah");
    }

    proptest! {
        #[test]
        fn marks_stand_apart_and_at_whole_characters(text in "[ A-Za-z0-9@.()+é█-]{0,80}") {
            let marks = private_marks(&text, &["Siti Aminah", "é"]);
            for mark in &marks {
                prop_assert!(mark.start < mark.end && text.get(mark.start..mark.end).is_some(), "{mark:?}");
            }
            prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start), "{marks:?}");
            prop_assert_eq!(blackened(&text, &marks).chars().count(), text.chars().count());
        }

        #[test]
        fn nothing_private_is_left_in_what_is_black(digits in "[0-9]{16}", gap in "[ .-]?", name in "[A-Z][a-z]{2,8}") {
            let number = [&digits[..6], &gap, &digits[6..]].concat();
            let text = format!("Bapak {name} dengan NIK {number}, surel {name}@contoh.id, HP 08123456789");
            let black = blackened(&text, &private_marks(&text, &[]));
            prop_assert!(!black.contains(&name) && !black.contains(|sign: char| sign.is_ascii_digit()), "{}", black);
        }
    }
}
