//! What proves that public information is served well: the list for the yearly monitoring.

mod page;
mod point;

pub use page::evidence_page;
