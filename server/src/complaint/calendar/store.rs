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
const PLACE: &str = "select value from setting where key = 'dues_renewed_to'";
const SET_PLACE: &str = "
    insert into setting (key, value) values ('dues_renewed_to', $1)
    on conflict (key) do update set value = excluded.value";
const FORGET_PLACE: &str = "delete from setting where key = 'dues_renewed_to'";

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

/// How far last days have been worked out anew, while that is to be done.
pub async fn place(connection: &mut Connection) -> Result<Option<i64>, DbError> {
    let row = connection.fetch_optional(PLACE, values![]).await?;
    row.map(|row| row.text(0)?.parse().map_err(|_| DbError::Other("setting dues_renewed_to".to_owned())))
        .transpose()
}

/// Notes how far that is.
pub async fn set_place(tx: &mut Transaction, place: i64) -> Result<(), DbError> {
    tx.execute(SET_PLACE, values![place.to_string()]).await.map(drop)
}

/// Notes that it is done.
pub async fn forget_place(tx: &mut Transaction) -> Result<(), DbError> {
    tx.execute(FORGET_PLACE, values![]).await.map(drop)
}
