//! The templates of answers, and whether answers wait for the responsible officer.

mod approval;
mod form;
mod page;
mod templates;

pub use page::answers_page;
