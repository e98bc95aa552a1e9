//! Checks what must be true of the data, whoever wrote it: the chain, the texts, the ledger, the files, the receipts,
//! the list of what is excluded.
//!
//! It reads only and may run beside a server. Events never change, so the chain is read page by page; what must agree
//! at one moment is read from a snapshot. Nothing is held that grows with the number of complaints.

mod chain;
mod excluded;
mod ledger;
mod receipts;

mod store;
#[cfg(test)]
mod tests;

use crate::platform::db::{Database, DbError};
use crate::platform::files::{self, Files};
use crate::platform::settings::Settings;

/// Faults of one kind that are named; of more there is only said that there are more.
const NAMED: usize = 1_000;

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What, with how many were looked at.
    pub what: String,
    /// What is wrong, each by name.
    pub faults: Vec<String>,
}

impl Check {
    fn new(what: impl Into<String>, faults: Vec<String>) -> Self {
        Self { what: what.into(), faults }
    }
}

/// Checks everything.
///
/// # Errors
/// When something cannot be read; what is wrong with what was read is in the checks.
pub async fn verify(db: &Database, files: &Files, settings: &Settings) -> Result<Vec<Check>, DbError> {
    let mut checks = chain::check(db).await?;
    checks.extend(ledger::check(db, settings).await?);
    checks.push(receipts::check(db).await?);
    checks.push(excluded::check(db).await?);
    let (count, damages) = files::verify(db, files).await?;
    let damages = damages.iter().map(ToString::to_string).collect();
    checks.push(Check::new(format!("{count} files against their hashes"), damages));
    Ok(checks)
}

/// Adds a fault, up to [`NAMED`] of them.
fn note(faults: &mut Vec<String>, fault: impl FnOnce() -> String) {
    if faults.len() < NAMED {
        faults.push(fault());
    } else if faults.len() == NAMED {
        faults.push("and more".to_owned());
    }
}
