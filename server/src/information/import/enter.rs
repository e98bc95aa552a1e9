//! Enters the rows of a table.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::information::{CheckedInformation, InformationStage};

use super::read::Row;
use crate::information::desk::Change;
use crate::information::store;
use crate::platform::db::{DbError, Transaction};

/// As what they are entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// As drafts, to be looked through one by one.
    Draft,
    /// At once for everyone, found complete by whoever enters them.
    Published,
}

/// Enters those that are no entries yet; which of the rows are.
///
/// # Errors
/// When the database does not take it.
pub async fn enter(
    tx: &mut Transaction,
    rows: &[Row],
    way: As,
    change: &Change,
    (today, at): (Day, Timestamp),
) -> Result<Vec<bool>, DbError> {
    // Of two who enter the same at once, the second waits and finds what the first has entered.
    store::wait_for_others(tx).await?;
    let mut is_known = Vec::with_capacity(rows.len());
    for row in rows {
        let known = store::is_known(tx, &row.says).await?;
        if !known {
            enter_one(tx, &row.says, way, change, (today, at)).await?;
        }
        is_known.push(known);
    }
    Ok(is_known)
}

async fn enter_one(
    tx: &mut Transaction,
    says: &CheckedInformation,
    way: As,
    change: &Change,
    (today, at): (Day, Timestamp),
) -> Result<(), DbError> {
    let id = store::add(tx, says, today, at).await?;
    let Some(mut entry) = store::entry(tx, id).await? else { return Ok(()) };
    change.record(tx, &entry, "information_written").await?;
    if way == As::Published {
        entry.stage = InformationStage::Checked;
        change.record(tx, &entry, "information_checked").await?;
        entry.stage = InformationStage::Published;
        entry.public_number = Some(entry.newest);
        let version = store::version(tx, id, entry.newest).await?;
        store::publish(tx, id, &version, today, at).await?;
        store::change(tx, &entry, today, at).await?;
        change.record(tx, &entry, "information_published").await?;
    }
    Ok(())
}
