//! The list of what is excluded: each line is what a decision fixed, and nothing that a decision excludes is missing.

use super::{Check, note, store};
use crate::platform::db::{Database, DbError};

/// Checks every consequence test against its last decision and its line.
pub(super) async fn check(db: &Database) -> Result<Check, DbError> {
    let mut connection = db.snapshot().await?;
    let count = store::excluded(&mut connection).await?;
    let mut faults = Vec::new();
    for id in store::misstated(&mut connection).await? {
        note(&mut faults, || format!("consequence test {id}: its last decision says otherwise"));
    }
    Ok(Check::new(format!("{count} lines of what is excluded against their decisions"), faults))
}
