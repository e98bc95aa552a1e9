//! Taking entries from a table: all of its rows or none. A row that is an entry already is left alone, so that the same table
//! can be entered again after it was mended or has grown.

mod enter;
mod read;
pub mod receive;

pub use enter::{As, enter};
pub use read::{Read, read};

use shared::information::{ImportLine, InformationImport};

/// New entries that are shown.
const SAMPLE: usize = 20;
/// Faults that are told; more are not read by anyone.
const FAULTS: usize = 500;

/// What was read, as it is told: how many of the rows are new, and which are the first of them.
pub fn told(read: &Read, is_known: &[bool], applied: bool) -> InformationImport {
    let count = |wanted: bool| is_known.iter().filter(|known| **known == wanted).count();
    let new = read.rows.iter().zip(is_known).filter(|(_, known)| !**known);
    let sample = new.take(SAMPLE).map(|(row, _)| ImportLine {
        line: row.line,
        title: row.says.title.clone(),
        category: row.says.category,
        agency: row.says.agency.clone(),
        made_on: row.says.made_on,
    });
    InformationImport {
        rows: number(read.count),
        new: number(count(false)),
        known: number(count(true)),
        faults_total: number(read.faults.len()),
        faults: read.faults.iter().take(FAULTS).cloned().collect(),
        unread: read.unread.clone(),
        sample: sample.collect(),
        applied,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
