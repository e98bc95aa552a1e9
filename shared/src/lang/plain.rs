//! The Indonesian texts are those of a village notice board: short sentences, and words that people use.

use super::Lang;
use super::table::texts_of;

/// Words in a sentence. Most have fewer than twelve; who reads slowly has forgotten the beginning of a longer one.
const WORDS_MAX: usize = 18;

/// Words of offices and of technicians, each with what people say.
const NOT_OURS: [(&str, &str); 22] = [
    ("adapun", ""),
    ("apabila", "bila"),
    ("autentikasi", "pemeriksaan"),
    ("browser", "peramban"),
    ("cache", "simpanan"),
    ("digunakan", "dipakai"),
    ("dikarenakan", "karena"),
    ("dimaksud", "itu"),
    ("dipublikasikan", "dibuka untuk umum"),
    ("dipergunakan", "dipakai"),
    ("guna", "untuk"),
    ("implementasi", "pelaksanaan"),
    ("klasifikasi", "jenis"),
    ("median", "nilai tengah"),
    ("merupakan", "adalah"),
    ("parameter", "pilihan"),
    ("perihal", "tentang"),
    ("sebagaimana", "seperti"),
    ("sehubungan", "karena"),
    ("server", "layanan"),
    ("upload", "unggah"),
    ("yakni", "yaitu"),
];

fn public_texts() -> Vec<&'static str> {
    [Lang::Id.texts(), texts_of(Lang::Id.guide())].concat()
}

/// The words of each sentence. A colon and a semicolon end a thought as well.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    for word in text.split_whitespace() {
        sentences.last_mut().expect("there is one from the beginning").push(word);
        if word.ends_with(['.', '!', '?', ':', ';', '…']) {
            sentences.push(Vec::new());
        }
    }
    sentences
}

#[test]
fn sentences_are_short() {
    for text in public_texts() {
        for words in sentences(text) {
            assert!(words.len() <= WORDS_MAX, "{} words: {}", words.len(), words.join(" "));
        }
    }
}

#[test]
fn words_are_those_that_people_use() {
    for text in public_texts() {
        let lower = text.to_lowercase();
        for word in lower.split(|sign: char| !sign.is_alphabetic() && sign != '-') {
            let found = NOT_OURS.iter().find(|(ours, _)| *ours == word);
            assert!(found.is_none(), "{found:?} in {text:?}");
        }
    }
}

#[test]
fn what_is_looked_for_is_found() {
    assert_eq!(sentences("Satu dua. Tiga: empat").iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1]);
    let all = public_texts().join(" ");
    for text in [Lang::Id.shell().offline, Lang::Id.guide().lead, Lang::Id.aloud().failed] {
        assert!(all.contains(text), "{text:?} is not among the texts");
    }
}
