//! What is public already and may be what somebody is about to ask for.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use shared::information::{InformationQuestion, InformationSuggestion};

use super::store::{self, Holders, Listed};
use crate::error::Error;
use crate::platform::db::Connection;
use crate::platform::http::Json;
use crate::state::AppState;

/// Words of a text that are looked at: the longest ones say most.
const WORDS: usize = 8;
/// Letters of a word that says anything.
const LETTERS: usize = 4;
/// Entries of a word that are looked for. A word that so many hold says little.
const HOLDERS: i64 = 100;
/// Entries that are read: what a rare word finds may hold a common one, too, though that one's newest are others.
const CANDIDATES: usize = 60;
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
    let likeliest = likeliest(&mut state.db.snapshot().await?, text).await?;
    let suggestion = |one: Listed| InformationSuggestion {
        id: one.id,
        title: one.version.title,
        summary: excerpt(&one.version.summary),
    };
    Ok(likeliest.into_iter().map(suggestion).collect())
}

async fn likeliest(connection: &mut Connection, text: &str) -> Result<Vec<Listed>, Error> {
    let mut words = Vec::new();
    for text in telling(text) {
        let Holders { ids: holders, are_many } = store::holding(connection, &text, HOLDERS).await?;
        let weight = if are_many { 1.0 } else { weight(holders.len()) };
        words.push(Word { text, weight, holders });
    }
    let mut weighed: Vec<(f64, Listed)> = store::listed(connection, &candidates(&words))
        .await?
        .into_iter()
        .filter_map(|one| weigh(&words, &one).map(|weight| (weight, one)))
        .collect();
    weighed.sort_by(|(left, one), (right, other)| right.total_cmp(left).then(other.id.cmp(&one.id)));
    Ok(weighed.into_iter().map(|(_, one)| one).take(MOST).collect())
}

/// A word that is asked for.
struct Word {
    text: String,
    /// What it says.
    weight: f64,
    /// The newest entries that hold it; not all where many do.
    holders: HashSet<i64>,
}

impl Word {
    fn is_held_by(&self, one: &Listed) -> bool {
        let version = &one.version;
        let texts =
            [Some(&version.title), Some(&version.summary), version.topic.as_ref(), version.plain.as_ref()];
        let mut held = texts.into_iter().flatten().flat_map(|text| text.split(is_between));
        // What the index has found may hold another form of the word.
        self.holders.contains(&one.id) || held.any(|word| word.to_lowercase().starts_with(&self.text))
    }
}

/// Those that are likeliest by what the words' newest entries tell, so many as are worth reading.
fn candidates(words: &[Word]) -> Vec<i64> {
    let mut found: HashMap<i64, f64> = HashMap::new();
    for word in words {
        for id in &word.holders {
            *found.entry(*id).or_default() += word.weight;
        }
    }
    let mut found: Vec<(i64, f64)> = found.into_iter().collect();
    found.sort_by(|(id, weight), (other, right)| right.total_cmp(weight).then(other.cmp(id)));
    found.into_iter().map(|(id, _)| id).take(CANDIDATES).collect()
}

/// What an entry's words weigh together; nothing where it holds too few of them.
fn weigh(words: &[Word], one: &Listed) -> Option<f64> {
    let held: Vec<&Word> = words.iter().filter(|word| word.is_held_by(one)).collect();
    (held.len() >= words.len().min(2)).then(|| held.iter().map(|word| word.weight).sum())
}

/// The words of a text that tell what it is about, without those that say only that somebody asks.
fn telling(text: &str) -> Vec<String> {
    let text: String = text.chars().take(TEXT).collect();
    let mut words: Vec<String> = Vec::new();
    for word in text.split(is_between).map(str::to_lowercase) {
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

fn is_between(letter: char) -> bool {
    !letter.is_alphanumeric()
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
    use crate::clock::Clock;
    use crate::demo::generate::information::generate;
    use crate::platform::db::testing::TestDatabase;
    use crate::platform::settings;

    #[tokio::test]
    async fn a_rare_word_is_weighed_together_with_one_that_all_hold() {
        for database in TestDatabase::both().await {
            let db = database.open().await;
            let settings = settings::testing::demo(&db).await;
            generate(&db, &settings, &Clock::system(), 2_000).await.unwrap();
            let mut connection = db.read().await.unwrap();
            let oldest: Vec<i64> = (1..1_000).collect();
            let oldest = store::listed(&mut connection, &oldest).await.unwrap();
            let village = oldest.iter().find_map(|one| {
                one.version.title.split_once("Desa ").map(|(_, rest)| rest.split(is_between).next().unwrap())
            });
            // All titles begin with the first word; its newest holders are others than the village's.
            let text = format!("rekaan {}", village.unwrap());
            let found = likeliest(&mut connection, &text).await.unwrap();
            assert!(!found.is_empty(), "{text}");
            assert!(
                found.iter().all(|one| one.version.title.contains(village.unwrap())
                    || one.version.summary.contains(village.unwrap())),
                "{text}"
            );
            assert!(likeliest(&mut connection, "rekaan tidakada").await.unwrap().is_empty());
            drop(connection);
            db.close().await;
        }
    }

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
        assert!(weight(1) > weight(10) && weight(10) > weight(100));
        assert!(weight(100) >= 1.0);
    }
}
