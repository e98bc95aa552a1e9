/// Letters from which on a word is looked for within others, too: "alamatnya" still tells an address.
const WITHIN: usize = 6;

/// A text as words are looked for in it: letters and digits alone, in lower case. Spaces and signs are but gaps, since a
/// layer of text breaks words wherever a line or a pair of letters does.
pub(super) struct Letters {
    all: Vec<char>,
    /// Whether a gap stands before each of them.
    gaps: Vec<bool>,
}

impl Letters {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self { all: Vec::new(), gaps: Vec::new() };
        let mut is_gap = true;
        for sign in text.chars() {
            match ligature(sign) {
                Some(parts) => parts.chars().for_each(|part| letters.push(part, &mut is_gap)),
                None if sign.is_alphanumeric() => {
                    sign.to_lowercase()
                        .filter(|sign| sign.is_alphanumeric())
                        .for_each(|sign| letters.push(sign, &mut is_gap));
                }
                None => is_gap = true,
            }
        }
        letters
    }

    fn push(&mut self, letter: char, is_gap: &mut bool) {
        self.all.push(letter);
        self.gaps.push(std::mem::take(is_gap));
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether a word is long enough to be looked for within others.
    pub(super) fn is_long(&self) -> bool {
        self.all.len() >= WITHIN
    }

    /// Whether a word stands in it: a short one with gaps around it, so that "Ani" is not found in "pelayanan".
    pub(super) fn hold(&self, word: &Self) -> bool {
        if word.is_empty() {
            return false;
        }
        let stands_alone = |start: usize| {
            let end = start + word.all.len();
            self.gaps[start] && self.gaps.get(end).is_none_or(|gap| *gap)
        };
        let parts = self.all.windows(word.all.len()).enumerate();
        parts.filter(|(_, part)| *part == word.all).any(|(start, _)| word.is_long() || stands_alone(start))
    }
}

/// What prints as one and is several letters.
fn ligature(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        // A hyphen that is seen at the end of a line alone is no gap.
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_set() {
        let check = |text: &str, word: &str, expected| {
            assert_eq!(Letters::of(text).hold(&Letters::of(word)), expected, "{word} in {text}");
        };
        check("Pemohon: Budi Santoso, Palu", "budi santoso", true);
        check("Pemohon: Budi\nSantoso", "Budi Santoso", true);
        check("B u d i S a n t o s o", "Budi Santoso", true);
        check("NIK 7271-0123 45678901", "7271012345678901", true);
        check("HP (0812) 3456", "0812 3456", true);
        check("pelayanan", "Ani", false);
        check("Ibu Ani hadir", "Ani", true);
        check("Bu di hadir", "Budi", true);
        check("alamatnya", "alamat", true);
        check("e\u{ad}fisien", "efisien", true);
        check("e\u{fb01}sien", "efisien", true);
        check("", "Budi", false);
        check("Budi", "", false);
        check("Budi", "-", false);
    }
}
