//! Cases that may be about the same thing: from the same place, about the same affair, of about the same time, in similar
//! words.

use std::collections::BTreeSet;

use shared::complaint::desk::Similar;

use super::store::{Near, near};
use crate::complaint::store::{Complaint, ComplaintText};
use crate::complaint::view::with_dashes;
use crate::platform::db::{Connection, DbError};

/// Days before and after.
const DAYS: i32 = 14;
/// Cases that are compared; the newest of a busy place.
const COMPARED: i64 = 400;
/// Cases that are shown.
const MOST: usize = 5;
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

/// The likeliest first.
pub(super) async fn similar(
    connection: &mut Connection,
    complaint: &Complaint,
    text: &ComplaintText,
) -> Result<Vec<Similar>, DbError> {
    let own = words(&[&*text.title, &*text.content]);
    let near = near(connection, complaint, DAYS, COMPARED).await?;
    let mut found: Vec<(usize, Similar)> = near.into_iter().filter_map(|near| alike(&own, near)).collect();
    found.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    found.truncate(MOST);
    Ok(found.into_iter().map(|(_, similar)| similar).collect())
}

/// How alike a case is, in words of a hundred, where it is at all.
fn alike(own: &BTreeSet<String>, near: Near) -> Option<(usize, Similar)> {
    let other = words(&[&*near.title, &*near.content]);
    let common: Vec<String> = own.intersection(&other).cloned().collect();
    let shorter = own.len().min(other.len());
    let is_alike = common.len() >= COMMON && common.len() * PART >= shorter;
    is_alike.then(|| {
        let similar = Similar {
            code: with_dashes(&near.code),
            title: near.title,
            received_on: near.received_on,
            stage: near.stage,
            words: common.clone(),
        };
        (common.len() * 100 / shorter.max(1), similar)
    })
}

/// The words of texts that tell something.
fn words(texts: &[&str]) -> BTreeSet<String> {
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let words = words.filter(|word| word.chars().count() >= LETTERS).map(str::to_lowercase);
    words.filter(|word| !EVERYWHERE.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use shared::calendar::Day;
    use shared::complaint::Stage;

    use super::*;

    fn near(title: &str, content: &str) -> Near {
        Near {
            code: "CTHCTHCTH0".to_owned(),
            title: title.to_owned(),
            content: content.to_owned(),
            received_on: Day::parse("2026-03-02").unwrap(),
            stage: Stage::Received,
        }
    }

    #[test]
    fn what_says_the_same_is_found_and_what_does_not_is_not() {
        let own = words(&["Lampu jalan padam", "Lampu jalan di depan pasar padam sejak dua pekan."]);
        let check = |title: &str, content: &str, expected: Option<&[&str]>| {
            let found = alike(&own, near(title, content)).map(|(_, similar)| similar.words);
            assert_eq!(
                found,
                expected.map(|words| words.iter().map(|word| (*word).to_owned()).collect()),
                "{title}"
            );
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
