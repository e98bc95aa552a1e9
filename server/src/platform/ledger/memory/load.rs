//! Reading the tables: all of them in pages, or what is newer than a revision.

use std::str::FromStr;

use shared::calendar::{Day, Month};
use shared::complaint::Stage;

use super::cube::{Cube, Fact, LaneIndex};
use super::lanes::{Dictionaries, Lane};
use super::snapshot::Snapshot;
use crate::platform::db::{Connection, DbError, Row};
use crate::platform::ledger::Pace;
use crate::values;

const REVISION: &str = "select revision from head where id = 1";
/// The day after so many rows: where a page ends.
const CELL_PAGE: &str = "select day from cell where day > $1 order by day limit 1 offset $2";
/// A day's cells in one text: rows cost more than letters. Keys hold neither of the separators.
const CELLS: &str = "
    select day, string_agg(
        month || '\u{1f}' || sector_key || '\u{1f}' || agency_key || '\u{1f}' || regency_code || '\u{1f}' || class
            || '\u{1f}' || channel || '\u{1f}' || count || '\u{1f}' || stage, '\u{1e}')
    from cell where day > $1 and day <= $2 group by day";
const NEW_CELLS: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, stage
    from cell where revision > $1";
const PACE_PAGE: &str = "select day from pace where kind = $3 and day > $1 order by day limit 1 offset $2";
const PACES: &str = "
    select day, string_agg(
        month || '\u{1f}' || sector_key || '\u{1f}' || agency_key || '\u{1f}' || regency_code || '\u{1f}' || class
            || '\u{1f}' || channel || '\u{1f}' || count || '\u{1f}' || working_days, '\u{1e}')
    from pace where day > $1 and day <= $2 and kind = $3 group by day";
const NEW_PACES: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, working_days, kind
    from pace where revision > $1";

/// Between the parts of a row, and between rows.
const UNIT: char = '\u{1f}';
const RECORD: char = '\u{1e}';
/// Rows of a page, so that a large ledger does not stand in memory twice.
const PAGE: i64 = 50_000;
/// After every day of the calendar as text.
const END: &str = "9999-12-31";

/// The state being kept up to date, with what only its writer needs.
#[derive(Default)]
pub(super) struct Book {
    pub(super) state: Snapshot,
    cells: LaneIndex,
    paces: [LaneIndex; Pace::ALL.len()],
}

/// Rows read and not yet taken in.
#[derive(Default)]
pub(super) struct News {
    revision: i64,
    cells: Vec<Row>,
    paces: Vec<Row>,
}

impl News {
    /// Reads what is newer than a revision. The connection must be a snapshot.
    pub(super) async fn read(connection: &mut Connection, after: i64) -> Result<Self, DbError> {
        Ok(Self {
            revision: connection.fetch_one(REVISION, &[]).await?.int(0)?,
            cells: connection.fetch_all(NEW_CELLS, values![after]).await?,
            paces: connection.fetch_all(NEW_PACES, values![after]).await?,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len() + self.paces.len()
    }
}

impl Book {
    /// Reads everything. The connection must be a snapshot.
    pub(super) async fn read(connection: &mut Connection) -> Result<Self, DbError> {
        let mut book = Self::default();
        book.state.revision = connection.fetch_one(REVISION, &[]).await?.int(0)?;
        let mut after = String::new();
        while after != END {
            let end = page_end(connection.fetch_optional(CELL_PAGE, values![&after, PAGE]).await?)?;
            let days = connection.fetch_all(CELLS, values![&after, &end]).await?;
            let Snapshot { keys, cells, .. } = &mut book.state;
            take_days(cells, keys, &mut book.cells, &days, stage)?;
            after = end;
        }
        for pace in Pace::ALL {
            let mut after = String::new();
            while after != END {
                let values = values![&after, PAGE, pace.as_str()];
                let end = page_end(connection.fetch_optional(PACE_PAGE, values).await?)?;
                let days = connection.fetch_all(PACES, values![&after, &end, pace.as_str()]).await?;
                let Snapshot { keys, paces, .. } = &mut book.state;
                take_days(
                    &mut paces[pace as usize],
                    keys,
                    &mut book.paces[pace as usize],
                    &days,
                    working_days,
                )?;
                after = end;
            }
        }
        Ok(book)
    }

    /// Takes in newer rows.
    pub(super) fn take(&mut self, news: &News) -> Result<(), DbError> {
        let Snapshot { keys, cells, paces, .. } = &mut self.state;
        let mut facts = Vec::new();
        for row in &news.cells {
            let measure = stage(&row.text(8)?)?;
            facts.push(fact(cells, keys, &mut self.cells, row, measure)?);
        }
        cells.apply(facts);
        let mut facts = Pace::ALL.map(|_| Vec::new());
        for row in &news.paces {
            let kind = row.text(9)?;
            let Some(pace) = Pace::ALL.into_iter().find(|pace| pace.as_str() == kind) else {
                return Err(broken(&kind));
            };
            let measure = working_days(&row.int(8)?.to_string())?;
            let (cube, index) = (&mut paces[pace as usize], &mut self.paces[pace as usize]);
            facts[pace as usize].push(fact(cube, keys, index, row, measure)?);
        }
        for (cube, facts) in paces.iter_mut().zip(facts) {
            cube.apply(facts);
        }
        self.state.revision = news.revision;
        Ok(())
    }
}

/// A stage's place among all.
fn stage(word: &str) -> Result<u16, DbError> {
    Ok(parse::<Stage>(word)? as u16)
}

fn working_days(number: &str) -> Result<u16, DbError> {
    // 65,535 working days are more than two hundred years.
    let days: i64 = parse(number)?;
    Ok(u16::try_from(days).unwrap_or(u16::MAX))
}

/// Takes in whole days.
fn take_days(
    cube: &mut Cube,
    keys: &mut Dictionaries,
    index: &mut LaneIndex,
    days: &[Row],
    measure: impl Fn(&str) -> Result<u16, DbError>,
) -> Result<(), DbError> {
    let mut facts = Vec::new();
    for row in days {
        let day = Day::from(row.date(0)?);
        for record in row.text(1)?.split(RECORD) {
            let mut parts = record.split(UNIT);
            let parts: [&str; 8] = std::array::from_fn(|_| parts.next().unwrap_or_default());
            let [month, sector, agency, regency, class, channel, count, measured] = parts;
            let lane = Lane {
                measure: measure(measured)?,
                sector: keys.sector.enter(sector),
                agency: keys.agency.enter(agency),
                regency: keys.regency.enter(regency),
                class: parse(class)?,
                channel: parse(channel)?,
            };
            let lane = cube.enter(lane, index);
            let month = Month::parse(month).map_err(|_| broken(month))?;
            facts.push(Fact { month, day, lane, count: parse(count)? });
        }
    }
    cube.apply(facts);
    Ok(())
}

/// Reads one row.
fn fact(
    cube: &mut Cube,
    keys: &mut Dictionaries,
    index: &mut LaneIndex,
    row: &Row,
    measure: u16,
) -> Result<Fact, DbError> {
    let lane = Lane {
        measure,
        sector: keys.sector.enter(&row.text(2)?),
        agency: keys.agency.enter(&row.text(3)?),
        regency: keys.regency.enter(&row.text(4)?),
        class: parse(&row.text(5)?)?,
        channel: parse(&row.text(6)?)?,
    };
    let (month, count) = (row.text(1)?, row.int(7)?);
    Ok(Fact {
        month: Month::parse(&month).map_err(|_| broken(&month))?,
        day: row.date(0)?.into(),
        lane: cube.enter(lane, index),
        count: i32::try_from(count).map_err(|_| broken(&count.to_string()))?,
    })
}

fn page_end(row: Option<Row>) -> Result<String, DbError> {
    row.map_or(Ok(END.to_owned()), |row| row.text(0))
}

fn parse<T: FromStr>(text: &str) -> Result<T, DbError> {
    text.parse().map_err(|_| broken(text))
}

fn broken(text: &str) -> DbError {
    DbError::Other(format!("the ledger cannot be read: {text:?} is none of its words"))
}
