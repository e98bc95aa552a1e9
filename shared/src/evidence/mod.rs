//! What proves that public information is served well, point by point, in the six groups of the yearly monitoring (e-Monev) with
//! their weights, and what is missing. The points are this product's own: the questionnaire itself is not at hand, so none of them
//! has an official number, and nothing here is a mark.

mod facts;
mod point;
mod weigh;

pub use facts::{EntryFacts, EvidenceFacts, ExclusionFacts, RefusalFacts, Served};
pub use point::{EvidenceGroup, EvidencePoint, EvidenceState};
pub use weigh::{EvidenceItem, EvidenceList, EvidenceOfGroup, MISSING_MAX};
