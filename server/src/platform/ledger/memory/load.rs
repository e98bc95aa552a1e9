//! Reading the tables: all of them in pages, or what is newer than a revision.

use std::str::FromStr;

use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class, Stage};

use super::cube::{Cube, Fact, LaneIndex};
use super::lanes::{Dictionaries, Lane};
use super::snapshot::Snapshot;
use crate::platform::db::{Connection, DbError, Row};
use crate::platform::ledger::Pace;
use crate::values;

const REVISION: &str = "select revision from head where id = 1";
/// The day after so many rows: where a page ends.
const CELL_PAGE: &str = "select day from cell where day > $1 order by day limit 1 offset $2";
const CELLS: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, stage
    from cell where day > $1 and day <= $2";
const NEW_CELLS: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, stage
    from cell where revision > $1";
const PACE_PAGE: &str = "select day from pace where kind = $3 and day > $1 order by day limit 1 offset $2";
const PACES: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, working_days
    from pace where day > $1 and day <= $2 and kind = $3";
const NEW_PACES: &str = "
    select day, month, sector_key, agency_key, regency_code, class, channel, count, working_days, kind
    from pace where revision > $1";

/// Rows of a page, so that a large ledger does not stand in memory twice.
const PAGE: i64 = 20_000;
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
            let rows = connection.fetch_all(CELLS, values![&after, &end]).await?;
            book.take_cells(&rows)?;
            after = end;
        }
        for pace in Pace::ALL {
            let mut after = String::new();
            while after != END {
                let values = values![&after, PAGE, pace.as_str()];
                let end = page_end(connection.fetch_optional(PACE_PAGE, values).await?)?;
                let rows = connection.fetch_all(PACES, values![&after, &end, pace.as_str()]).await?;
                book.take_paces(pace, rows.iter())?;
                after = end;
            }
        }
        Ok(book)
    }

    /// Takes in newer rows.
    pub(super) fn take(&mut self, news: &News) -> Result<(), DbError> {
        self.take_cells(&news.cells)?;
        for pace in Pace::ALL {
            let mut rows = Vec::new();
            for row in &news.paces {
                if row.text(9)? == pace.as_str() {
                    rows.push(row);
                }
            }
            self.take_paces(pace, rows.into_iter())?;
        }
        self.state.revision = news.revision;
        Ok(())
    }

    fn take_cells(&mut self, rows: &[Row]) -> Result<(), DbError> {
        let Snapshot { keys, cells, .. } = &mut self.state;
        take(cells, keys, &mut self.cells, rows.iter(), |row| Ok(word::<Stage>(row, 8)? as u16))
    }

    fn take_paces<'r>(&mut self, pace: Pace, rows: impl Iterator<Item = &'r Row>) -> Result<(), DbError> {
        let Snapshot { keys, paces, .. } = &mut self.state;
        // 65,535 working days are more than two hundred years.
        let days = |row: &Row| Ok(u16::try_from(row.int(8)?).unwrap_or(u16::MAX));
        take(&mut paces[pace as usize], keys, &mut self.paces[pace as usize], rows, days)
    }
}

fn take<'r>(
    cube: &mut Cube,
    keys: &mut Dictionaries,
    index: &mut LaneIndex,
    rows: impl Iterator<Item = &'r Row>,
    measure: impl Fn(&Row) -> Result<u16, DbError>,
) -> Result<(), DbError> {
    let mut facts = Vec::new();
    for row in rows {
        let lane = Lane {
            measure: measure(row)?,
            sector: keys.sector.enter(&row.text(2)?),
            agency: keys.agency.enter(&row.text(3)?),
            regency: keys.regency.enter(&row.text(4)?),
            class: word::<Class>(row, 5)?,
            channel: word::<Channel>(row, 6)?,
        };
        let broken = |_| DbError::Other("the ledger has a day or month that is none".to_owned());
        facts.push(Fact {
            month: Month::parse(&row.text(1)?).map_err(broken)?,
            day: Day::parse(&row.text(0)?).map_err(broken)?,
            lane: cube.enter(lane, index),
            count: i32::try_from(row.int(7)?)
                .map_err(|_| DbError::Other("the ledger has an impossible count".to_owned()))?,
        });
    }
    cube.apply(facts);
    Ok(())
}

fn page_end(row: Option<Row>) -> Result<String, DbError> {
    row.map_or(Ok(END.to_owned()), |row| row.text(0))
}

fn word<T: FromStr>(row: &Row, column: usize) -> Result<T, DbError> {
    let word = row.text(column)?;
    word.parse().map_err(|_| DbError::Other(format!("the ledger has an unknown word: {word}")))
}
