use super::{PrivateKind, PrivateMark};

/// Forms of address that a name follows.
const ADDRESSES: [&str; 8] = ["bapak", "ibu", "pak", "bu", "sdr", "sdri", "saudara", "saudari"];

/// Who may be addressed by an office instead of a name. The office is public.
const OFFICES: [&str; 12] = [
    "bupati", "camat", "direktur", "dokter", "gubernur", "guru", "kades", "kadis", "kepala", "lurah",
    "menteri", "wali",
];

/// Words of a name after a form of address.
const WORDS: usize = 3;

/// Fewest letters of a known name's word: shorter ones are words of the language.
const LETTERS: usize = 3;

/// Names after a form of address, and the known ones wherever they stand.
pub(super) fn marks(text: &str, known: &[&str]) -> Vec<PrivateMark> {
    let words = words(text);
    let known: Vec<String> = known
        .iter()
        .flat_map(|name| name.split_whitespace())
        .filter(|word| word.chars().count() >= LETTERS)
        .map(str::to_lowercase)
        .collect();
    let mut marks = Vec::new();
    for (place, (start, word)) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        if known.contains(&lower) {
            marks.push(mark(*start, word));
        }
        if ADDRESSES.contains(&lower.as_str()) {
            let name = words[place + 1..].iter().take(WORDS);
            // Between a form of address and a name there is a space, or a full stop and one.
            let mut end = start + word.len();
            for (start, word) in name {
                let between = text[end..*start].trim_start_matches('.');
                let is_name =
                    word.starts_with(char::is_uppercase) && between.chars().all(char::is_whitespace);
                if !is_name || OFFICES.contains(&word.to_lowercase().as_str()) {
                    break;
                }
                marks.push(mark(*start, word));
                end = start + word.len();
            }
        }
    }
    marks
}

fn mark(start: usize, word: &str) -> PrivateMark {
    PrivateMark { start, end: start + word.len(), kind: PrivateKind::Name }
}

/// The words of a text with where they begin. What is no letter ends a word, an apostrophe and a dash inside do not.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = sign.is_alphabetic() || start.is_some() && matches!(sign, '\'' | '’' | '-');
        match (start, is_inside) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                words.push((first, text[first..at].trim_end_matches(['\'', '’', '-'])));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_address_and_by_knowledge() {
        let check = |text: &str, known: &[&str], expected: &[&str]| {
            let found: Vec<_> =
                marks(text, known).into_iter().map(|mark| &text[mark.start..mark.end]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Pak Budi Santoso Wijaya Utama datang", &[], &["Budi", "Santoso", "Wijaya"]);
        check("Sdr. Andi, BAPAK M'ruf; ibu Siti-Nur.", &[], &["Andi", "M'ruf", "Siti-Nur"]);
        check("ibu hamil, Ibu kota, Bapak Gubernur, Pak Camat Budi", &[], &[]);
        check("Ibu. Datang lagi besok", &[], &["Datang"]);
        check("Pak, Jalan rusak", &[], &[]);
        check("kata aminah dan SITI, bukan Sitinah", &["Siti Aminah"], &["aminah", "SITI"]);
        check("di atas", &["Di Atas"], &["atas"]);
        check("", &["Siti"], &[]);
    }
}
