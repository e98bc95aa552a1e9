//! What rests on the calendar, in the database.

use shared::calendar::{Day, Month};
use shared::complaint::Stage;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::ledger::Cell;
use crate::values;

const FINISHED: &str = "
    select received_on, answered_on, closed_on, sector_key, agency_key, regency_code, class, channel, month,
        cast(count(*) as bigint)
    from complaint
    where received_on < $1 and (answered_on >= $1 or closed_on >= $1) and stage <> 'archived'
    group by received_on, answered_on, closed_on, sector_key, agency_key, regency_code, class, channel, month";
const OPEN: &str = "
    select id from complaint
    where id > $1 and stage not in ('closed', 'archived') order by id limit $2";
const ROUND: &str = "select value from setting where key = 'dues_renewed_to'";
const BEGIN_ROUND: &str = "
    insert into setting (key, value) values ('dues_renewed_to', $1)
    on conflict (key) do update set value = excluded.value";
const ADVANCE: &str = "update setting set value = $2 where key = 'dues_renewed_to' and value = $1";

/// How far last days have been worked out since the calendar changed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Counts the changes.
    pub number: u64,
    /// The last complaint that was looked at; none once all were.
    pub place: Option<i64>,
}

/// Complaints that were answered or closed on the same days and count in the same cell.
pub struct Finished {
    pub received_on: Day,
    pub answered_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub cell: Cell,
    pub count: i64,
}

/// Those between whose receipt and end a day lies.
pub async fn finished_around(connection: &mut Connection, day: Day) -> Result<Vec<Finished>, DbError> {
    connection.fetch_all(FINISHED, values![day.date()]).await?.iter().map(finished).collect()
}

fn finished(row: &Row) -> Result<Finished, DbError> {
    let strange = |text: String| DbError::Other(format!("not a word of the model: {text}"));
    let (class, channel, month) = (row.text(6)?, row.text(7)?, row.text(8)?);
    Ok(Finished {
        received_on: row.date(0)?.into(),
        answered_on: row.optional_date(1)?.map(Day::from),
        closed_on: row.optional_date(2)?.map(Day::from),
        cell: Cell {
            // Paces are counted whatever the stage.
            stage: Stage::Answered,
            sector: row.optional_text(3)?,
            agency: row.optional_text(4)?,
            regency: row.optional_text(5)?,
            class: class.parse().map_err(|_| strange(class))?,
            channel: channel.parse().map_err(|_| strange(channel))?,
            month: Month::parse(&month).map_err(|_| strange(month))?,
        },
        count: row.int(9)?,
    })
}

/// Complaints behind a place that are not at their end.
pub async fn open_after(connection: &mut Connection, after: i64, count: i64) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(OPEN, values![after, count]).await?.iter().map(|row| row.int(0)).collect()
}

/// How far last days have been worked out anew; none where the calendar never changed.
pub async fn round(connection: &mut Connection) -> Result<Option<Round>, DbError> {
    let row = connection.fetch_optional(ROUND, values![]).await?;
    row.map(|row| {
        let text = row.text(0)?;
        Round::parse(&text).ok_or_else(|| DbError::Other(format!("setting dues_renewed_to: {text}")))
    })
    .transpose()
}

/// Begins a round.
pub async fn begin_round(tx: &mut Transaction, round: Round) -> Result<(), DbError> {
    tx.execute(BEGIN_ROUND, values![round.to_string()]).await.map(drop)
}

/// Goes from one place to the next, unless another was there first or the calendar changed meanwhile.
pub async fn advance(tx: &mut Transaction, before: Round, after: Round) -> Result<bool, DbError> {
    Ok(tx.execute(ADVANCE, values![before.to_string(), after.to_string()]).await? == 1)
}

impl std::fmt::Display for Round {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { number, place } = self;
        match place {
            Some(place) => write!(formatter, "{number} {place}"),
            None => write!(formatter, "{number} done"),
        }
    }
}

impl Round {
    fn parse(text: &str) -> Option<Self> {
        // Earlier versions kept the place alone.
        let (number, place) = text.split_once(' ').unwrap_or(("0", text));
        let place = if place == "done" { None } else { Some(place.parse().ok()?) };
        Some(Self { number: number.parse().ok()?, place })
    }
}
