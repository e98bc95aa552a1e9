//! Entering movements into the tables.

use super::Movements;
use crate::platform::db::{DbError, Transaction};
use crate::values;

const ADD_CELL: &str = "
    insert into cell (day, stage, sector_key, agency_key, regency_code, class, channel, month, count, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (day, stage, sector_key, agency_key, regency_code, class, channel, month)
    do update set count = cell.count + excluded.count, revision = excluded.revision";
const ADD_PACE: &str = "
    insert into pace
        (kind, day, working_days, sector_key, agency_key, regency_code, class, channel, month, count, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (kind, day, working_days, sector_key, agency_key, regency_code, class, channel, month)
    do update set count = pace.count + excluded.count, revision = excluded.revision";

/// Adds the movements to the cells, under the revision that will show them. Only [`crate::platform::event::record`]
/// calls it, holding the head row's lock.
pub async fn write(tx: &mut Transaction, movements: &Movements, revision: i64) -> Result<(), DbError> {
    let key = |key: &Option<String>| key.clone().unwrap_or_default();
    for ((day, cell), count) in movements.cells.iter().filter(|(_, count)| **count != 0) {
        let values = values![
            day.date(),
            cell.stage.as_str(),
            key(&cell.sector),
            key(&cell.agency),
            key(&cell.regency),
            cell.class.as_str(),
            cell.channel.as_str(),
            cell.month.to_string(),
            *count,
            revision,
        ];
        tx.execute(ADD_CELL, values).await?;
    }
    for ((pace, day, working_days, cell), count) in movements.paces.iter().filter(|(_, count)| **count != 0) {
        let values = values![
            pace.as_str(),
            day.date(),
            *working_days,
            key(&cell.sector),
            key(&cell.agency),
            key(&cell.regency),
            cell.class.as_str(),
            cell.channel.as_str(),
            cell.month.to_string(),
            *count,
            revision,
        ];
        tx.execute(ADD_PACE, values).await?;
    }
    Ok(())
}
