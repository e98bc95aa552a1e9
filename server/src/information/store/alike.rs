//! Which public entries hold one word of a text, so that many such questions can be weighed against each other.

use shared::information::{InformationFilter, InformationVersion};

use super::public::rows;
use super::{read_version, version_columns};
use crate::platform::db::{Connection, DbError};
use crate::values;

const NOW: &str = concat!(
    "select ",
    version_columns!(),
    " from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number
    where p.information_id = $1"
);

/// The newest public entries that hold a word, at most so many: an index is walked from its end, whatever the list holds.
pub(in crate::information) async fn holding(
    connection: &mut Connection,
    word: &str,
    most: i64,
) -> Result<Vec<i64>, DbError> {
    let filter = InformationFilter { q: Some(word.to_owned()), ..InformationFilter::default() };
    let rows = rows(connection, "p.information_id", &filter, i64::MAX, most).await?;
    rows.iter().map(|row| row.int(0)).collect()
}

/// What a public entry says now; none where it is not public any more.
pub(in crate::information) async fn now(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<InformationVersion>, DbError> {
    connection.fetch_optional(NOW, values![id]).await?.map(|row| read_version(&row)).transpose()
}
