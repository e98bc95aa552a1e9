//! Which public entries hold one word of a text, so that many such questions can be weighed against each other.

use std::collections::HashSet;

use super::public::{looked_through, looked_up};
use super::{Listed, read_version, version_columns};
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::platform::search::information::found_by;

const LISTED: &str = concat!(
    "select p.information_id, ",
    version_columns!(),
    " from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number
    where p.information_id in "
);

/// Public entries that hold a word.
pub(in crate::information) struct Holders {
    /// The newest of them, or some of the newest.
    pub(in crate::information) ids: HashSet<i64>,
    /// Whether there are more than these.
    pub(in crate::information) are_many: bool,
}

/// Entries that are looked through for a word at first. What one in a hundred of them holds many hold: PostgreSQL's index is not
/// asked for all of those.
const LOOKED_THROUGH: i64 = 500;
const MANY: i64 = 5;

/// The newest public entries that hold a word, at most so many.
pub(in crate::information) async fn holding(
    connection: &mut Connection,
    word: &str,
    most: i64,
) -> Result<Holders, DbError> {
    const ID: &str = "p.information_id";
    let Some(found) = found_by(connection.engine(), Some(word), &[]) else {
        return Ok(Holders { ids: HashSet::new(), are_many: false });
    };
    let (mut rows, below) = looked_through(connection, ID, &found, (i64::MAX, LOOKED_THROUGH), most).await?;
    let count = |rows: &[Row]| i64::try_from(rows.len()).unwrap_or(most);
    let mut are_many = below.is_some() && count(&rows) >= MANY;
    if let (Some(below), false) = (below, are_many) {
        rows.extend(looked_up(connection, ID, &found, below, most - count(&rows)).await?);
        are_many = count(&rows) >= most;
    }
    let ids = rows.iter().map(|row| row.int(0)).collect::<Result<_, _>>()?;
    Ok(Holders { ids, are_many })
}

/// What public entries say now, in any order, without those that are not public any more.
pub(in crate::information) async fn listed(
    connection: &mut Connection,
    ids: &[i64],
) -> Result<Vec<Listed>, DbError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql = [LISTED, "(", &places.join(", "), ")"].concat();
    let values: Vec<Value> = ids.iter().copied().map(Value::from).collect();
    let listed = |row: &Row| Ok(Listed { id: row.int("information_id")?, version: read_version(row)? });
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(listed).collect()
}
