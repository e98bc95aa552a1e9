use super::spelled;
use crate::complaint::TrackingCode;
use crate::lang::Lang;

/// What is written and what is said for it.
type Said = &'static [(&'static str, &'static str)];

/// Whole words, without the marks around them.
const WORDS_ID: Said = &[
    ("SP4N-LAPOR!", "es pe empat en lapor"),
    ("SP4N", "es pe empat en"),
    ("LAPOR!", "lapor"),
    ("PPID", "pe pe i de"),
    ("DIP", "de i pe"),
    ("OPD", "o pe de"),
    ("SMS", "es em es"),
    ("HP", "ha pe"),
    ("WA", "we a"),
    ("NIK", "en i ka"),
    ("KTP", "ka te pe"),
    ("RT", "er te"),
    ("RW", "er we"),
    ("UU", "undang-undang"),
    ("PDF", "pe de ef"),
    ("CSV", "ce es ve"),
    ("kB", "kilobita"),
    ("MB", "megabita"),
    ("km", "kilometer"),
    ("Kab.", "Kabupaten"),
    ("Kec.", "Kecamatan"),
    ("Jl.", "Jalan"),
    ("No.", "nomor"),
    ("Sdr.", "Saudara"),
    ("dll.", "dan lain-lain"),
    ("dsb.", "dan sebagainya"),
    ("mis.", "misalnya"),
    ("dan/atau", "dan atau"),
    ("&", "dan"),
    ("+", "tambah"),
    ("±", "kurang lebih"),
    ("/", "atau"),
    ("→", "ke"),
];

const WORDS_EN: Said = &[
    ("SP4N-LAPOR!", "S P 4 N Lapor"),
    ("SP4N", "S P 4 N"),
    ("LAPOR!", "Lapor"),
    ("PPID", "P P I D"),
    ("DIP", "D I P"),
    ("SMS", "S M S"),
    ("PDF", "P D F"),
    ("CSV", "C S V"),
    ("kB", "kilobytes"),
    ("MB", "megabytes"),
    ("km", "kilometres"),
    ("Jl.", "Jalan"),
    ("No.", "number"),
    ("and/or", "and or"),
    ("&", "and"),
    ("+", "plus"),
    ("±", "about"),
    ("/", "or"),
    ("→", "to"),
];

/// A text as it is said.
pub fn spoken(lang: Lang, text: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut is_after_number = false;
    for token in text.split_whitespace() {
        let word = word(lang, token, is_after_number);
        is_after_number = token.chars().all(|sign| sign.is_ascii_digit());
        if !word.is_empty() {
            said.push(word);
        }
    }
    said.join(" ")
}

/// A word with the marks around it.
fn word(lang: Lang, token: &str, is_after_number: bool) -> String {
    let words = match lang {
        Lang::Id => WORDS_ID,
        Lang::En => WORDS_EN,
    };
    // With its marks first: a full stop may belong to it.
    if let Some(said) = find(words, token) {
        return said.to_owned();
    }
    let front = token.len() - token.trim_start_matches(is_opening).len();
    let (opening, rest) = token.split_at(front);
    let core = rest.trim_end_matches(is_closing);
    let closing = &rest[core.len()..];
    // The short name of a month is only taken for such beside a number.
    let month = || is_after_number.then(|| lang.month_of_short(core)).flatten();
    let found = find(words, core).or_else(month);
    // A mark that is part of the word, as in "SP4N-LAPOR!,", is no end of it.
    let with_mark = closing.chars().next().and_then(|mark| {
        let word = rest.get(..core.len() + mark.len_utf8())?;
        Some((find(words, word)?, &rest[word.len()..]))
    });
    match (with_mark, found) {
        (Some((said, closing)), _) => [opening, said, closing].concat(),
        (None, Some(said)) => [opening, said, closing].concat(),
        (None, None) => [opening, &plain(lang, core), closing].concat(),
    }
}

fn find(table: Said, word: &str) -> Option<&'static str> {
    table.iter().find(|(written, _)| *written == word).map(|(_, said)| *said)
}

fn is_opening(sign: char) -> bool {
    matches!(sign, '(' | '[' | '"' | '“' | '‘' | '\'' | '«')
}

fn is_closing(sign: char) -> bool {
    matches!(sign, ')' | ']' | '"' | '”' | '’' | '\'' | '»' | '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// A word that no table has: by its form.
fn plain(lang: Lang, word: &str) -> String {
    // Codes are written in groups; without dashes a word of ten letters would be taken for one.
    if word.matches('-').count() == 3 && TrackingCode::parse(word).is_ok() {
        return spelled(word);
    }
    let pick = |id, en| lang.pick(id, en);
    if let Some(share) = word.strip_suffix('%') {
        return [share, pick(" persen", " percent")].concat();
    }
    if let Some(amount) = word.strip_prefix("Rp").filter(|amount| is_number(amount)) {
        return [amount, " rupiah"].concat();
    }
    if let Some((from, to)) = word.split_once('–').filter(|(from, to)| is_number(from) && is_number(to)) {
        return [from, pick(" sampai ", " to "), to].concat();
    }
    if let Some((one, other)) = word.split_once('/').filter(|(one, other)| is_word(one) && is_word(other)) {
        return [one, pick(" atau ", " or "), other].concat();
    }
    if let Some(bare) = address(word) {
        let (dot, stroke) = (pick(" titik ", " dot "), pick(" garis miring ", " slash "));
        return bare.trim_end_matches('/').replace('.', dot).replace('/', stroke);
    }
    // Dashes that stand for a pause, marks of lists and the like have no sound.
    if word.chars().any(char::is_alphanumeric) { word.to_owned() } else { String::new() }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_digit())
        && text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|sign| sign.is_alphabetic() || sign == '-')
}

/// The address of a site without its scheme: one that has letters on both sides of each dot.
fn address(word: &str) -> Option<&str> {
    let bare = word.trim_start_matches("https://").trim_start_matches("http://");
    let host = bare.split('/').next().unwrap_or_default();
    let is_label = |label: &str| {
        label.len() > 1 && label.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
    };
    let is_host = host.contains('.')
        && host.split('.').all(is_label)
        && host.contains(|sign: char| sign.is_ascii_alphabetic());
    is_host.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_is_said_in_full() {
        let check = |text: &str, id: &str, en: &str| {
            assert_eq!(spoken(Lang::Id, text), id, "{text}");
            assert_eq!(spoken(Lang::En, text), en, "{text}");
        };
        check("", "", "");
        check("SP4N-LAPOR!", "es pe empat en lapor", "S P 4 N Lapor");
        check("(SP4N-LAPOR!),", "(es pe empat en lapor),", "(S P 4 N Lapor),");
        check("PPID.", "pe pe i de.", "P P I D.");
        check("3–5 hari", "3 sampai 5 hari", "3 to 5 hari");
        check("45,5% aduan", "45,5 persen aduan", "45,5 percent aduan");
        check("Rp1.500.", "1.500 rupiah.", "1.500 rupiah.");
        check("www.lapor.go.id", "www titik lapor titik go titik id", "www dot lapor dot go dot id");
        check(
            "https://lapor.go.id/tentang/,",
            "lapor titik go titik id garis miring tentang,",
            "lapor dot go dot id slash tentang,",
        );
        check("jalan/jembatan", "jalan atau jembatan", "jalan or jembatan");
        check("1.234 dari 5.678", "1.234 dari 5.678", "1.234 dari 5.678");
        check("12 Jun 2020, Jun", "12 Juni 2020, Jun", "12 June 2020, Jun");
        check("a – b · c", "a b c", "a b c");
    }

    #[test]
    fn abbreviations_with_a_full_stop_are_words() {
        let check = |text: &str, expected: &str| assert_eq!(spoken(Lang::Id, text), expected, "{text}");
        check("Kab. Sigi, Kec. Dolo", "Kabupaten Sigi, Kecamatan Dolo");
        check("No. HP:", "nomor ha pe:");
        check("jalan, jembatan, dll.", "jalan, jembatan, dan lain-lain");
        check("dan/atau air", "dan atau air");
    }

    #[test]
    fn tracking_codes_are_spelled_and_words_are_not() {
        let code = TrackingCode::from_random([1, 2, 3, 4, 5, 6, 7, 8, 9]).to_string();
        assert_eq!(spoken(Lang::Id, &[&code, "."].concat()), [&spelled(&code), "."].concat());
        assert!(spelled(&code).contains(", "), "{code}");
        assert_eq!(spoken(Lang::Id, "sayur-mayur-hijau-segar"), "sayur-mayur-hijau-segar");
    }
}
