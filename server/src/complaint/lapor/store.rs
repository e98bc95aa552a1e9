//! Exports and what they told, in the database.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use shared::calendar::Day;
use shared::complaint::Stage;
use shared::complaint::lapor::{DifferentLine, HereLine, LaporMapping, ThereLine};

use super::fate::Known;
use super::read::Row as Told;
use crate::complaint::view::with_dashes;
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::sheet::Table;
use crate::values;

const STAGE: &str = "insert into import_staging (batch, line, body) values ($1, $2, $3)";
const STAGED: &str = "select body from import_staging where batch = $1 order by line";
const UNSTAGE: &str = "delete from import_staging where batch = $1";
const SWEEP: &str = "delete from import_staging where batch < $1";
const SETTING: &str = "select value from setting where key = $1";
const SET: &str = "
    insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value";
const KNOWN: &str = "
    select c.lapor_id, c.id, c.stage, c.channel,
        (select e.kind from event e where e.complaint_id = c.id order by e.position desc limit 1)
    from complaint c where c.lapor_id is not null";
const MIRROR: &str = "select lapor_id, stage, status from lapor_case";
const TELL: &str = "
    insert into lapor_case (lapor_id, stage, status, received_on, told_on, stage_since)
    values ($1, $2, $3, $4, $5, $5)
    on conflict (lapor_id) do update
    set stage_since = case when lapor_case.stage = excluded.stage then lapor_case.stage_since else excluded.stage_since end,
        stage = excluded.stage, status = excluded.status, received_on = excluded.received_on";
const COUNT: &str = "select count(*) from lapor_case";
/// Cases that stand only there.
macro_rules! only_there {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " from lapor_case l where not exists (select 1 from complaint c where c.lapor_id = l.lapor_id)",
            $after
        )
    };
}

/// Open cases that have no id there. The sealed lane is compared with nothing.
macro_rules! only_here {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " from complaint c where c.lapor_id is null and c.sealed = 0 and c.stage not in ('closed', 'archived')",
            $after
        )
    };
}

/// Cases whose stages differ.
macro_rules! different {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " from complaint c join lapor_case l on l.lapor_id = c.lapor_id
             where c.sealed = 0 and c.stage <> l.stage",
            $after
        )
    };
}

const COUNT_ONLY_THERE: &str = only_there!("select count(*)", "");
const ONLY_THERE: &str = only_there!(
    "select l.lapor_id, l.status, l.received_on, l.told_on",
    " order by l.received_on, l.lapor_id limit $1"
);
const COUNT_ONLY_HERE: &str = only_here!("select count(*)", "");
const ONLY_HERE: &str =
    only_here!("select c.code, c.stage, c.received_on", " order by c.received_on, c.id limit $1");
const COUNT_DIFFERENT: &str = different!("select count(*)", "");
const DIFFERENT: &str = different!(
    "select c.code, c.lapor_id, c.stage, l.stage, l.status,
        case when c.stage_since > l.stage_since then c.stage_since else l.stage_since end",
    " order by 6, c.id limit $1"
);
const LATE: &str = "
    select count(*), min(received_on) from lapor_case
    where stage not in ('closed', 'archived', 'answered') and received_on <= $1";

/// Lines of each kind that are told; more are only counted.
const LINES: i64 = 200;
/// An export that nobody has entered is forgotten after so long.
const STALE: SignedDuration = SignedDuration::from_hours(12);

/// What is known of a staged export besides its rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The file's hash.
    pub sha256: String,
    /// Names of its columns.
    pub columns: Vec<String>,
}

/// What an export is called: first the moment, by which old ones are told.
pub fn batch(at: Timestamp, random: &str) -> String {
    format!("{:015}-{random}", at.as_millisecond())
}

/// Stages an export, and forgets old ones.
pub async fn stage(
    tx: &mut Transaction,
    batch: &str,
    head: &Head,
    table: &Table,
    at: Timestamp,
) -> Result<(), DbError> {
    let before = format!("{:015}", at.saturating_sub(STALE).unwrap_or(at).as_millisecond());
    tx.execute(SWEEP, values![before]).await?;
    tx.execute(STAGE, values![batch, 0i64, json(head)?]).await?;
    for (line, row) in (1i64..).zip(&table.rows) {
        tx.execute(STAGE, values![batch, line, json(&row.cells)?]).await?;
    }
    Ok(())
}

/// A staged export, if there still is one of that name.
pub async fn staged(
    connection: &mut Connection,
    batch: &str,
) -> Result<Option<(Head, Vec<Vec<String>>)>, DbError> {
    let bodies = connection.fetch_all(STAGED, values![batch]).await?;
    let Some((head, rows)) = bodies.split_first() else { return Ok(None) };
    // Other imports stage here, too.
    let Ok(head) = serde_json::from_str(&head.text(0)?) else { return Ok(None) };
    let rows: Result<_, DbError> = rows.iter().map(|row| parsed(&row.text(0)?)).collect();
    Ok(Some((head, rows?)))
}

/// Forgets a staged export; whether it was there.
pub async fn unstage(tx: &mut Transaction, batch: &str) -> Result<bool, DbError> {
    Ok(tx.execute(UNSTAGE, values![batch]).await? > 0)
}

/// How columns were read the last time.
pub async fn mapping(connection: &mut Connection) -> Result<Option<LaporMapping>, DbError> {
    let row = connection.fetch_optional(SETTING, values!["lapor_mapping"]).await?;
    // One of a later version is guessed anew.
    Ok(row.map(|row| row.text(0)).transpose()?.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Remembers how columns are read, and when that was.
pub async fn remember(tx: &mut Transaction, mapping: &LaporMapping, today: Day) -> Result<(), DbError> {
    tx.execute(SET, values!["lapor_mapping", json(mapping)?]).await?;
    tx.execute(SET, values!["lapor_as_of", today.to_string()]).await.map(drop)
}

/// The local day of the last export.
pub async fn as_of(connection: &mut Connection) -> Result<Option<Day>, DbError> {
    let row = connection.fetch_optional(SETTING, values!["lapor_as_of"]).await?;
    Ok(row.map(|row| row.text(0)).transpose()?.and_then(|text| Day::parse(&text).ok()))
}

/// What is here under ids of LAPOR!.
pub async fn known(connection: &mut Connection) -> Result<HashMap<String, Known>, DbError> {
    let read = |row: &Row| {
        let stage = row.text(2)?;
        let last = row.optional_text(4)?;
        let known = Known {
            id: row.int(1)?,
            stage: stage.parse().map_err(|_| DbError::Other(format!("not a stage: {stage}")))?,
            only_follows: row.text(3)? == "lapor"
                && last.is_some_and(|kind| kind == "imported" || kind == "followed_lapor"),
        };
        Ok((row.text(0)?, known))
    };
    connection.fetch_all(KNOWN, values![]).await?.iter().map(read).collect()
}

/// What exports have told: stage and status by id.
pub async fn mirror(connection: &mut Connection) -> Result<HashMap<String, (String, String)>, DbError> {
    let read = |row: &Row| Ok((row.text(0)?, (row.text(1)?, row.text(2)?)));
    connection.fetch_all(MIRROR, values![]).await?.iter().map(read).collect()
}

/// Notes what an export tells of a case.
pub async fn tell(tx: &mut Transaction, told: &Told, today: Day) -> Result<(), DbError> {
    let values =
        values![&told.lapor_id, told.stage.as_str(), &told.status, told.received_on.date(), today.date()];
    tx.execute(TELL, values).await.map(drop)
}

/// How many cases LAPOR! has, as far as exports have told.
pub async fn count(connection: &mut Connection) -> Result<i64, DbError> {
    connection.fetch_one(COUNT, values![]).await?.int(0)
}

/// What stands only there: how many, and the oldest.
pub async fn only_there(connection: &mut Connection) -> Result<(i64, Vec<ThereLine>), DbError> {
    let read = |row: &Row| {
        Ok(ThereLine {
            lapor_id: row.text(0)?,
            status: row.text(1)?,
            received_on: row.date(2)?.into(),
            since: row.date(3)?.into(),
        })
    };
    let count = connection.fetch_one(COUNT_ONLY_THERE, values![]).await?.int(0)?;
    let lines: Result<_, DbError> =
        connection.fetch_all(ONLY_THERE, values![LINES]).await?.iter().map(read).collect();
    Ok((count, lines?))
}

/// What is open only here: how many, and the oldest.
pub async fn only_here(connection: &mut Connection) -> Result<(i64, Vec<HereLine>), DbError> {
    let read = |row: &Row| {
        let code = row.optional_text(0)?.unwrap_or_default();
        Ok(HereLine { code: with_dashes(&code), stage: stage_of(row, 1)?, since: row.date(2)?.into() })
    };
    let count = connection.fetch_one(COUNT_ONLY_HERE, values![]).await?.int(0)?;
    let lines: Result<_, DbError> =
        connection.fetch_all(ONLY_HERE, values![LINES]).await?.iter().map(read).collect();
    Ok((count, lines?))
}

/// What stands in different stages: how much, and what has for longest.
pub async fn different(connection: &mut Connection) -> Result<(i64, Vec<DifferentLine>), DbError> {
    let read = |row: &Row| {
        let code = row.optional_text(0)?.unwrap_or_default();
        Ok(DifferentLine {
            code: with_dashes(&code),
            lapor_id: row.text(1)?,
            here: stage_of(row, 2)?,
            there: stage_of(row, 3)?,
            status: row.text(4)?,
            since: row.date(5)?.into(),
        })
    };
    let count = connection.fetch_one(COUNT_DIFFERENT, values![]).await?.int(0)?;
    let lines: Result<_, DbError> =
        connection.fetch_all(DIFFERENT, values![LINES]).await?.iter().map(read).collect();
    Ok((count, lines?))
}

/// How many unfinished ones were received by a day there, and the day of the oldest.
pub async fn unfinished_since(connection: &mut Connection, day: Day) -> Result<(i64, Option<Day>), DbError> {
    let row = connection.fetch_one(LATE, values![day.date()]).await?;
    Ok((row.int(0)?, row.optional_date(1)?.map(Day::from)))
}

fn stage_of(row: &Row, column: usize) -> Result<Stage, DbError> {
    let stage = row.text(column)?;
    stage.parse().map_err(|_| DbError::Other(format!("not a stage: {stage}")))
}

fn json<T: Serialize>(value: &T) -> Result<String, DbError> {
    serde_json::to_string(value).map_err(|error| DbError::Other(error.to_string()))
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Other(error.to_string()))
}
