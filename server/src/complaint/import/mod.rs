//! Importing complaints from a file: all of its rows or none.
//!
//! The file is read once. Rows that keep every rule are staged, so that a file of any length needs little memory and
//! the transaction that enters them is short; rows that do not are collected with their lines. A row is known by its
//! id and channel: the same row again is skipped, other values under its id are a fault.

mod lines;
mod read;
mod row;

mod apply;
mod store;
#[cfg(test)]
mod tests;

use std::io;

use shared::lang::Lang;
use shared::problem::{FieldProblem, Problem};

use crate::clock::Clock;
use crate::complaint::fill;
use crate::platform::db::{Database, DbError};
use crate::platform::settings::Settings;
use crate::secret::random_id;
use read::Reader;

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Rows in the file.
    pub read: u64,
    /// Rows entered.
    pub new: u64,
    /// Rows that were there already.
    pub known: u64,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where the row begins in the file; the header is line 1.
    pub line: u64,
    /// The column and what is wrong there.
    pub problem: FieldProblem,
}

impl Fault {
    fn new(line: u64, column: &str, problem: Problem) -> Self {
        Self { line, problem: FieldProblem::new(column, problem) }
    }

    /// The fault as a line for the operator.
    pub fn sentence(&self, lang: Lang) -> String {
        let place = if lang == Lang::Id { "baris" } else { "line" };
        format!("{place} {}, {}: {}", self.line, self.problem.field, lang.problem(self.problem.problem))
    }
}

/// Why an import wrote nothing.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Rows that break a rule, in the order of the file.
    #[error("{} problems", .0.len())]
    Faults(Vec<Fault>),
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] io::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// How often an import begins anew when another one enters the same rows at the same moment.
const TRIES: u32 = 5;
/// Rows staged in one write.
const STAGED: usize = 500;

/// Imports a file of complaints.
///
/// # Errors
/// [`ImportError::Faults`] with every bad row; then, as after any other error, nothing was written.
pub async fn import(
    db: &Database,
    settings: &Settings,
    clock: &Clock,
    file_name: &str,
    file: impl io::Read,
) -> Result<Imported, ImportError> {
    let now = clock.now();
    // Begins with the moment, so that what a killed import left behind can be told by its age.
    let batch = format!("{:015}-{}", now.as_millisecond(), random_id());
    store::sweep(db, now).await?;
    let outcome = stage_and_apply(db, settings, clock, &batch, file_name, file).await;
    // Also after a failure; what a kill leaves, the next import sweeps.
    store::unstage(db, batch).await?;
    fill(db, settings).await?;
    outcome
}

async fn stage_and_apply(
    db: &Database,
    settings: &Settings,
    clock: &Clock,
    batch: &str,
    file_name: &str,
    file: impl io::Read,
) -> Result<Imported, ImportError> {
    let mut reader = Reader::new(file, settings, settings.today(clock));
    let mut faults = Vec::new();
    loop {
        let rows = reader.next(STAGED, &mut faults)?;
        if rows.is_empty() {
            break;
        }
        faults.extend(apply::differing(&mut db.read().await?, &rows).await?);
        // Once a row is bad nothing will be entered, and the rest is only checked.
        if faults.is_empty() {
            store::stage(db, batch.to_owned(), rows).await?;
        }
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault: &Fault| fault.line);
        return Err(ImportError::Faults(faults));
    }
    let source = apply::Source {
        batch: batch.to_owned(),
        file_name: file_name.to_owned(),
        sha256: reader.sha256(),
        read: reader.rows(),
        at: clock.now(),
        today: settings.today(clock),
    };
    for attempt in 1.. {
        match apply::apply(db, source.clone()).await {
            Err(ImportError::Database(error)) if attempt < TRIES && apply::met_another(&error) => {
                tracing::info!(%error, "another import entered the same rows; looking again");
            }
            outcome => return outcome,
        }
    }
    unreachable!("the last attempt returns")
}
