//! The report of a year on requests for information (UU 14/2008, article 12): how many came, how long each took, what was granted
//! and refused and on which grounds, and what was objected. Nobody who asked is in it.

mod count;
mod line;
mod measure;

pub use line::{ReportLine, RequestOutcome, RequestTold};
pub use measure::{ObjectionCounts, PaceCount, RefusalCount, ReportDays, RequestReport};
