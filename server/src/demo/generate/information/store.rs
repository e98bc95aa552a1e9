//! Writing entries in bulk.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::information::InformationStage;

use super::super::store::insert;
use super::Generated;
use crate::platform::db::{Database, DbError, Engine, Value};
use crate::values;

// The first of an empty table has number 1.
const ENTRY: &str = "
    insert into information (stage, newest, public_number, agency_key, changed_on, changed_at) values ";
const VERSION: &str = "
    insert into information_version
        (information_id, number, title, summary, category, agency_key, official, made_on, made_at, forms, topic, plain,
         link, published_on, published_at)
    values ";
const PUBLIC: &str = "
    insert into information_public (information_id, number, category, agency_key, year, topic, published_at) values ";
const ANALYZE: &str = "analyze";

const MILLISECONDS_OF_A_DAY: i64 = 24 * 60 * 60 * 1_000;
const OFFICIAL: &str = "Pejabat rekaan";

/// Writes entries, what they say and what is public of them; not yet the words they are found by.
pub(super) async fn write(db: &Database, entries: Vec<Generated>, now: Timestamp) -> Result<(), DbError> {
    db.write(move |tx| {
        Box::pin(async move {
            insert(tx, ENTRY, entries.iter().map(|entry| entry_row(entry, now))).await?;
            insert(tx, VERSION, entries.iter().flat_map(version_rows)).await?;
            insert(tx, PUBLIC, entries.iter().map(public_row)).await
        })
    })
    .await
}

/// Has PostgreSQL count what was written, as it does by itself in time; SQLite plans without.
pub(super) async fn analyze(db: &Database) -> Result<(), DbError> {
    db.write(|tx| {
        Box::pin(async move {
            if tx.engine() == Engine::Postgres {
                tx.execute(ANALYZE, &[]).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The first moment of the day on which an entry was made: it became public at once.
fn at(entry: &Generated) -> i64 {
    Day::new(1970, 1, 1).map_or(0, |epoch| i64::from(entry.made_on.days_since(epoch)) * MILLISECONDS_OF_A_DAY)
}

fn entry_row(entry: &Generated, now: Timestamp) -> Vec<Value> {
    let (stage, newest, changed_at) = if entry.is_renewed {
        (InformationStage::Draft, 2, now.as_millisecond())
    } else {
        (InformationStage::Published, 1, at(entry))
    };
    values![stage.as_str(), newest, 1, &entry.agency, entry.made_on.date(), changed_at].to_vec()
}

fn version_rows(entry: &Generated) -> impl Iterator<Item = Vec<Value>> + '_ {
    let forms: Vec<&str> = entry.forms.iter().map(|form| form.as_str()).collect();
    let forms = forms.join(" ");
    (1..=if entry.is_renewed { 2 } else { 1 }).map(move |number| {
        let is_public = number == 1;
        values![
            entry.id,
            number,
            &entry.title,
            &entry.summary,
            entry.category.as_str(),
            &entry.agency,
            OFFICIAL,
            entry.made_on.date(),
            entry.made_at,
            &forms,
            entry.topic,
            entry.plain.as_ref(),
            entry.link.as_ref(),
            is_public.then(|| entry.made_on.date()),
            is_public.then(|| at(entry)),
        ]
        .to_vec()
    })
}

fn public_row(entry: &Generated) -> Vec<Value> {
    let (category, year) = (entry.category.as_str(), i64::from(entry.made_on.year()));
    values![entry.id, 1, category, &entry.agency, year, entry.topic, at(entry)].to_vec()
}
