//! Writing in bulk: many rows a statement.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use shared::complaint::{ArchiveReason, Channel, Class, Stage};

use super::tally::{Key, Tally};
use super::{Generated, Keys};
use crate::platform::db::{AssertSqlSafe, Database, DbError, Transaction, Value};
use crate::platform::ledger::Pace;
use crate::values;

const COMPLAINT: &str = "
    insert into complaint
        (id, code, channel, class, sector_key, agency_key, region_code, regency_code, stage, stage_since,
         archive_reason, supervisory, sealed, anonymous, confidential, published, received_on, received_at, month,
         answered_on, closed_on)
    values ";
const TEXT: &str = "insert into complaint_text (complaint_id, title, content, salt) values ";
const SPELL: &str = "
    insert into spell
        (complaint_id, stage, sector_key, agency_key, regency_code, class, channel, month, started_on, ended_on)
    values ";
const CELL: &str = "
    insert into cell (day, stage, sector_key, agency_key, regency_code, class, channel, month, count, revision)
    values ";
const PACE: &str = "
    insert into pace
        (kind, day, working_days, sector_key, agency_key, regency_code, class, channel, month, count, revision)
    values ";
const REVISE: &str = "update head set revision = revision + 1 where id = 1 returning revision";

/// Rows of one statement: with the most columns, still far below what both engines bind at once.
const ROWS: usize = 100;
/// Ledger rows of one transaction.
const CHUNK: usize = 50_000;

/// Writes complaints with their texts and spells.
pub(super) async fn write_complaints(
    db: &Database,
    keys: Arc<Keys>,
    complaints: Vec<Generated>,
    now: Timestamp,
) -> Result<(), DbError> {
    db.write(move |tx| {
        Box::pin(async move {
            let rows = complaints.iter().map(|complaint| complaint_row(complaint, &keys, now));
            insert(tx, COMPLAINT, rows).await?;
            let salt = [0u8; 32];
            let texts = complaints
                .iter()
                .map(|complaint| values![complaint.id, &complaint.title, &complaint.content, salt].to_vec());
            insert(tx, TEXT, texts).await?;
            insert(tx, SPELL, complaints.iter().flat_map(|complaint| spell_rows(complaint, &keys))).await
        })
    })
    .await
}

/// Writes the ledger, and one revision that shows it.
pub(super) async fn write_ledger(db: &Database, keys: &Arc<Keys>, tally: Tally) -> Result<(), DbError> {
    write_sums(db, keys, tally.cells, None).await?;
    for (pace, sums) in Pace::ALL.into_iter().zip(tally.paces) {
        write_sums(db, keys, sums, Some(pace)).await?;
    }
    db.write(|tx| {
        Box::pin(async move {
            let revision = tx.fetch_one(REVISE, &[]).await?.int(0)?;
            tx.announce(revision).await
        })
    })
    .await
}

async fn write_sums(
    db: &Database,
    keys: &Arc<Keys>,
    sums: std::collections::HashMap<Key, i32>,
    pace: Option<Pace>,
) -> Result<(), DbError> {
    let mut sums: Vec<(Key, i32)> = sums.into_iter().filter(|(_, count)| *count != 0).collect();
    sums.sort_unstable();
    for chunk in sums.chunks(CHUNK) {
        let (chunk, keys) = (chunk.to_vec(), Arc::clone(keys));
        db.write(move |tx| {
            Box::pin(async move {
                let rows = chunk.iter().map(|(key, count)| sum_row(key, *count, pace, &keys));
                insert(tx, if pace.is_some() { PACE } else { CELL }, rows).await
            })
        })
        .await?;
    }
    Ok(())
}

/// The revision that will show the rows.
const REVISION: i64 = 1;

fn sum_row(key: &Key, count: i32, pace: Option<Pace>, keys: &Keys) -> Vec<Value> {
    let named = |place: Option<u8>, names: &[String]| {
        place.and_then(|place| names.get(usize::from(place)).cloned()).unwrap_or_default()
    };
    let mut row = match pace {
        None => values![key.day.date(), Stage::ALL[usize::from(key.measure)].as_str()].to_vec(),
        Some(pace) => values![pace.as_str(), key.day.date(), key.measure].to_vec(),
    };
    row.extend_from_slice(values![
        named(key.sector, &keys.sectors),
        named(key.agency, &keys.agencies),
        &keys.regencies[usize::from(key.regency)].0,
        Class::ALL[usize::from(key.class)].as_str(),
        Channel::ALL[usize::from(key.channel)].as_str(),
        key.month.to_string(),
        count,
        REVISION,
    ]);
    row
}

fn complaint_row(complaint: &Generated, keys: &Keys, now: Timestamp) -> Vec<Value> {
    let stands = complaint.life.now();
    let regency = &keys.regencies[complaint.regency].0;
    values![
        complaint.id,
        &complaint.code,
        complaint.channel.as_str(),
        complaint.class.as_str(),
        complaint.sector.map(|place| &keys.sectors[place]),
        stands.agency.map(|place| &keys.agencies[place]),
        regency,
        regency,
        stands.stage.as_str(),
        stands.from.date(),
        complaint.life.archive_reason.map(ArchiveReason::as_str),
        complaint.sealed,
        complaint.sealed,
        true,
        false,
        complaint.published,
        complaint.received_on.date(),
        now,
        complaint.received_on.month().to_string(),
        stands.answered_on.map(shared::calendar::Day::date),
        stands.closed_on.map(shared::calendar::Day::date),
    ]
    .to_vec()
}

fn spell_rows<'c>(complaint: &'c Generated, keys: &'c Keys) -> impl Iterator<Item = Vec<Value>> + 'c {
    complaint.life.spells.iter().map(|spell| {
        values![
            complaint.id,
            spell.stage.as_str(),
            complaint.sector.map(|place| &keys.sectors[place]),
            spell.agency.map(|place| &keys.agencies[place]),
            &keys.regencies[complaint.regency].0,
            complaint.class.as_str(),
            complaint.channel.as_str(),
            complaint.received_on.month().to_string(),
            spell.from.date(),
            spell.until.map(shared::calendar::Day::date),
        ]
        .to_vec()
    })
}

/// Writes rows, so many a statement.
pub(super) async fn insert(
    tx: &mut Transaction,
    into: &'static str,
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<(), DbError> {
    let (mut values, mut count) = (Vec::new(), 0);
    for row in rows {
        values.extend(row);
        count += 1;
        if count == ROWS {
            flush(tx, into, &mut values, &mut count).await?;
        }
    }
    flush(tx, into, &mut values, &mut count).await
}

async fn flush(
    tx: &mut Transaction,
    into: &'static str,
    values: &mut Vec<Value>,
    count: &mut usize,
) -> Result<(), DbError> {
    if let Some(columns) = values.len().checked_div(*count) {
        // Numbers alone are added to the constant text.
        tx.execute(AssertSqlSafe(format!("{into}{}", placeholders(*count, columns))), values).await?;
        values.clear();
        *count = 0;
    }
    Ok(())
}

fn placeholders(rows: usize, columns: usize) -> String {
    let mut text = String::new();
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}${}", row * columns + column + 1);
        }
        text.push(')');
    }
    text
}
