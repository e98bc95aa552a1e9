//! What is public already and may be what somebody is about to ask for.

use std::collections::HashMap;

use axum::extract::State;
use shared::information::{InformationQuestion, InformationSuggestion};

use super::store;
use crate::error::Error;
use crate::platform::http::Json;
use crate::state::AppState;

/// Words of a text that are looked at: the longest ones say most.
const WORDS: usize = 8;
/// Letters of a word that says anything.
const LETTERS: usize = 4;
/// Entries of a word that are looked at. A word that so many hold says little.
const HOLDERS: i64 = 500;
/// So many are shown.
const MOST: usize = 5;
/// Words in which people ask, whatever they ask for.
const ASKING: [&str; 26] = [
    "mohon",
    "minta",
    "meminta",
    "permohonan",
    "informasi",
    "data",
    "dokumen",
    "salinan",
    "tentang",
    "mengenai",
    "terkait",
    "untuk",
    "dengan",
    "yang",
    "dari",
    "pada",
    "dalam",
    "tahun",
    "saya",
    "kami",
    "agar",
    "serta",
    "atau",
    "provinsi",
    "dinas",
    "please",
];

/// Letters of a text that are read: more than anybody asks in.
const TEXT: usize = 4_000;
/// Letters of a summary that are shown.
const EXCERPT: usize = 160;

/// `POST /api/v1/information/suggestions`: the likeliest ones for what somebody types.
pub async fn suggest(
    State(state): State<AppState>,
    Json(asked): Json<InformationQuestion>,
) -> Result<Json<Vec<InformationSuggestion>>, Error> {
    alike(&state, &asked.text).await.map(Json)
}

/// The likeliest ones for a text, the likeliest first. Each word is asked for by itself, and rare words weigh more; one that
/// shares a single word with a text of several is nothing.
///
/// # Errors
/// When the database cannot be read.
pub async fn alike(state: &AppState, text: &str) -> Result<Vec<InformationSuggestion>, Error> {
    let words = telling(text);
    let mut connection = state.db.read().await?;
    let mut found: HashMap<i64, (usize, f64)> = HashMap::new();
    for word in &words {
        let holders = store::holding(&mut connection, word, HOLDERS).await?;
        let weight = weight(holders.len());
        for id in holders {
            let (count, sum) = found.entry(id).or_default();
            *count += 1;
            *sum += weight;
        }
    }
    let needed = words.len().min(2);
    let mut likely: Vec<(i64, f64)> = found
        .into_iter()
        .filter(|(_, (count, _))| *count >= needed)
        .map(|(id, (_, sum))| (id, sum))
        .collect();
    likely.sort_by(|(left, weight), (right, other)| other.total_cmp(weight).then(right.cmp(left)));
    let mut all = Vec::new();
    for (id, _) in likely.into_iter().take(MOST) {
        if let Some(version) = store::now(&mut connection, id).await? {
            all.push(InformationSuggestion { id, title: version.title, summary: excerpt(&version.summary) });
        }
    }
    Ok(all)
}

/// The words of a text that tell what it is about, without those that say only that somebody asks.
fn telling(text: &str) -> Vec<String> {
    let text: String = text.chars().take(TEXT).collect();
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase) {
        let says = word.chars().count() >= LETTERS;
        if says && !ASKING.contains(&word.as_str()) && !words.contains(&word) {
            words.push(word);
        }
    }
    // A sort that keeps the order of words of one length.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(WORDS);
    words
}

/// How a summary begins.
fn excerpt(summary: &str) -> String {
    let mut begun: String = summary.chars().take(EXCERPT).collect();
    if begun.len() < summary.len() {
        begun.push('…');
    }
    begun
}

/// What a word says that so many hold.
fn weight(holders: usize) -> f64 {
    let (most, holders) = (f64::from(u32::try_from(HOLDERS).unwrap_or(u32::MAX)), holders.max(1));
    1.0 + (most / f64::from(u32::try_from(holders).unwrap_or(u32::MAX))).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_only_ask_say_nothing() {
        let check = |text: &str, expected: &[&str]| assert_eq!(telling(text), expected, "{text}");
        check("Mohon data anggaran pemeliharaan jalan", &["pemeliharaan", "anggaran", "jalan"]);
        check("jalan, jalan; JALAN 2026", &["jalan", "2026"]);
        check("mohon informasi", &[]);
        check("", &[]);
        assert_eq!(telling(&"satu dua tiga ".repeat(1_000)).len(), 2);
    }

    #[test]
    fn what_few_hold_weighs_more() {
        assert!(weight(1) > weight(10) && weight(10) > weight(500));
        assert!(weight(500) >= 1.0);
    }
}
