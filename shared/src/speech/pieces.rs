/// Cuts a text into pieces of at most so many characters: after sentences where that is possible, else after commas,
/// else between words. A word that is longer than a piece is a piece of its own.
pub fn pieces(text: &str, characters_max: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for sentence in after(text, |word| word.ends_with(['.', '!', '?', '…'])) {
        if length(&sentence) <= characters_max {
            pieces.push(sentence);
            continue;
        }
        let clauses = after(&sentence, |word| word.ends_with([',', ';', ':']));
        for words in clauses.iter().flat_map(|clause| whole_or_words(clause, characters_max)) {
            match pieces.last_mut() {
                Some(last) if !is_sentence(last) && length(last) + 1 + length(words) <= characters_max => {
                    last.push(' ');
                    last.push_str(words);
                }
                _ => pieces.push(words.to_owned()),
            }
        }
    }
    pieces
}

fn whole_or_words(clause: &str, characters_max: usize) -> Vec<&str> {
    if length(clause) <= characters_max { vec![clause] } else { clause.split_whitespace().collect() }
}

/// The words of a text, joined again up to each that ends a part.
fn after(text: &str, is_end: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parts = vec![Vec::new()];
    for word in text.split_whitespace() {
        let ends = is_end(word);
        parts.last_mut().expect("there is one from the beginning").push(word);
        if ends {
            parts.push(Vec::new());
        }
    }
    parts.into_iter().filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect()
}

fn is_sentence(piece: &str) -> bool {
    piece.ends_with(['.', '!', '?', '…'])
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_cut_where_a_reader_would_breathe() {
        let check = |text: &str, max, expected: &[&str]| assert_eq!(pieces(text, max), expected, "{text}");
        check("", 20, &[]);
        check("  \n ", 20, &[]);
        check("Jalan rusak.", 20, &["Jalan rusak."]);
        check("Jalan rusak. Air mati! Kapan?", 40, &["Jalan rusak.", "Air mati!", "Kapan?"]);
        check("Jalan rusak, air mati, lampu padam.", 22, &["Jalan rusak, air mati,", "lampu padam."]);
        check("satu dua tiga empat", 9, &["satu dua", "tiga", "empat"]);
        check("abcdefghijkl mn", 5, &["abcdefghijkl", "mn"]);
        check("Pendek. satu dua tiga empat lima.", 14, &["Pendek.", "satu dua tiga", "empat lima."]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_none_is_said_twice(text in "[a-z.,! ]{0,200}", max in 1usize..60) {
            let before: Vec<_> = text.split_whitespace().map(str::to_owned).collect();
            let cut = pieces(&text, max);
            let after: Vec<_> =
                cut.iter().flat_map(|piece| piece.split_whitespace()).map(str::to_owned).collect();
            prop_assert_eq!(before, after);
            for piece in cut {
                prop_assert!(length(&piece) <= max || !piece.contains(' '), "{}", piece);
            }
        }
    }
}
