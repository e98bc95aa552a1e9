//! How alike two complaints are, by the words that they have in common.

use std::collections::BTreeSet;

/// Letters of a word that tells something: shorter ones are mostly particles.
const LETTERS: usize = 4;
/// Words that both must have, at least: these many, and this part of the shorter one's.
const COMMON: usize = 3;
const PART: usize = 3;
/// Longer words that are in every other complaint.
const EVERYWHERE: [&str; 18] = [
    "mohon", "kami", "saya", "yang", "untuk", "dengan", "sudah", "belum", "tidak", "dari", "pada", "karena",
    "telah", "agar", "juga", "akan", "sejak", "warga",
];

/// The words of a complaint that tell something.
pub(super) struct Words(BTreeSet<String>);

/// What two complaints have in common.
pub(super) struct Alike {
    /// Of a hundred words of the shorter one.
    pub(super) part: usize,
    /// The words, in the alphabet's order.
    pub(super) words: Vec<String>,
}

impl Words {
    /// Those of a title and a content.
    pub(super) fn of(title: &str, content: &str) -> Self {
        let words = [title, content].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let words = words.filter(|word| word.chars().count() >= LETTERS).map(str::to_lowercase);
        Self(words.filter(|word| !EVERYWHERE.contains(&word.as_str())).collect())
    }

    /// How alike they are to others, where they are at all.
    pub(super) fn alike(&self, other: &Self) -> Option<Alike> {
        let words: Vec<String> = self.0.intersection(&other.0).cloned().collect();
        let shorter = self.0.len().min(other.0.len());
        let is_alike = words.len() >= COMMON && words.len() * PART >= shorter;
        is_alike.then(|| Alike { part: words.len() * 100 / shorter.max(1), words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_the_same_is_found_and_what_does_not_is_not() {
        let own = Words::of("Lampu jalan padam", "Lampu jalan di depan pasar padam sejak dua pekan.");
        let check = |title: &str, content: &str, expected: Option<&[&str]>| {
            let found = own.alike(&Words::of(title, content)).map(|alike| alike.words);
            let expected: Option<Vec<_>> =
                expected.map(|words| words.iter().map(ToString::to_string).collect());
            assert_eq!(found, expected, "{title}");
        };
        check(
            "Lampu mati",
            "Depan pasar gelap, lampu jalan PADAM.",
            Some(&["depan", "jalan", "lampu", "padam", "pasar"]),
        );
        check(
            "Jalan rusak",
            "Jalan berlubang di depan sekolah, sudah tiga kali dilaporkan kepada kami.",
            None,
        );
        check("", "", None);
    }
}
