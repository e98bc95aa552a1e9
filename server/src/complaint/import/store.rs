//! The staging table, batches, and what is known of a row's id.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json};
use shared::complaint::Channel;

use super::apply::Source;
use super::row::Row;
use crate::platform::db::{Connection, Database, DbError, Transaction, Value};
use crate::values;

const STAGE: &str = "insert into import_staging (batch, line, body) values ($1, $2, $3)";
const STAGED: &str = "
    select body from import_staging where batch = $1 and line > $2 order by line limit $3";
const UNSTAGE: &str = "delete from import_staging where batch = $1";
const SWEEP: &str = "delete from import_staging where batch < $1";
const INSERT_BATCH: &str = "
    insert into import_batch (id, file_name, sha256, at, line_count, new_count)
    values ($1, $2, $3, $4, $5, $6)";
/// Several ids at once: an import asks for every row.
const KNOWN: &str = "
    select case when c.channel = $1 then coalesce(c.external_id, c.lapor_id) else c.lapor_id end, t.salt, e.body
    from complaint c
        left join complaint_text t on t.complaint_id = c.id
        left join event e on e.complaint_id = c.id and e.kind = 'imported'
    where c.channel = $1 and c.external_id in (
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
        $25, $26, $27, $28, $29, $30, $31, $32, $33)
      or $1 = 'lapor' and c.external_id is null and c.lapor_id in (
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
        $25, $26, $27, $28, $29, $30, $31, $32, $33)";
const KNOWN_AT_ONCE: usize = 32;

/// What a killed import left behind is swept after so long. No import takes half a day.
const STALE: SignedDuration = SignedDuration::from_hours(12);

/// What was imported under an id.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The facts of its event.
    pub(super) facts: Map<String, Json>,
    /// The salt of its text's hashes; none once the text is erased.
    pub(super) salt: Option<Vec<u8>>,
}

/// Stages rows.
pub(super) async fn stage(db: &Database, batch: String, rows: Vec<Row>) -> Result<(), DbError> {
    db.write(move |tx| {
        Box::pin(async move {
            for row in rows {
                let number = i64::try_from(row.number).unwrap_or(i64::MAX);
                let body = serde_json::to_string(&row).map_err(|error| DbError::Other(error.to_string()))?;
                tx.execute(STAGE, values![&batch, number, body]).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The next staged rows, in the order of the file.
pub(super) async fn staged(
    connection: &mut Connection,
    batch: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<Row>, DbError> {
    let rows = connection.fetch_all(STAGED, values![batch, after, limit]).await?;
    let read = |text: String| serde_json::from_str(&text).map_err(|error| DbError::Other(error.to_string()));
    rows.iter().map(|row| read(row.text(0)?)).collect()
}

/// Takes a batch's staged rows away.
pub(super) async fn unstage(db: &Database, batch: String) -> Result<(), DbError> {
    db.write(move |tx| Box::pin(async move { tx.execute(UNSTAGE, values![batch]).await.map(drop) })).await
}

/// Takes away what killed imports have left.
pub(super) async fn sweep(db: &Database, now: Timestamp) -> Result<(), DbError> {
    let before = format!("{:015}", now.saturating_sub(STALE).unwrap_or(now).as_millisecond());
    db.write(move |tx| Box::pin(async move { tx.execute(SWEEP, values![before]).await.map(drop) })).await
}

/// Notes a batch that was entered.
pub(super) async fn insert_batch(tx: &mut Transaction, source: &Source, new: u64) -> Result<(), DbError> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let values =
        values![&source.batch, &source.file_name, source.sha256, source.at, count(source.read), count(new),];
    tx.execute(INSERT_BATCH, values).await.map(drop)
}

/// What is known of each row's id, in the order of the rows.
pub(super) async fn known(connection: &mut Connection, rows: &[Row]) -> Result<Vec<Option<Known>>, DbError> {
    let mut known: Vec<Option<Known>> = vec![None; rows.len()];
    for channel in Channel::ALL {
        let of_channel: Vec<usize> =
            (0..rows.len()).filter(|index| rows[*index].channel == *channel).collect();
        for indexes in of_channel.chunks(KNOWN_AT_ONCE) {
            let id = |place: usize| rows[indexes[place.min(indexes.len() - 1)]].external_id.as_str();
            let mut values = vec![Value::from(channel.as_str())];
            values.extend((0..KNOWN_AT_ONCE).map(|place| Value::from(id(place))));
            for found in connection.fetch_all(KNOWN, &values).await? {
                let external_id = found.text(0)?;
                let facts = found.optional_text(2)?.and_then(|body| serde_json::from_str(&body).ok());
                let found = Known { facts: facts.unwrap_or_default(), salt: found.optional_blob(1)? };
                if let Some(index) = indexes.iter().find(|index| rows[**index].external_id == external_id) {
                    known[*index] = Some(found);
                }
            }
        }
    }
    Ok(known)
}
