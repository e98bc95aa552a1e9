//! Requests for public information and objections: registered at once, answered under the clocks of the law (UU 14/2008).

mod access;
mod applicant;
mod document;
mod due;
mod store;
mod story;
mod view;

pub mod erase;
pub mod file;
pub mod given;
pub mod object;
pub mod show;

pub mod page;

pub mod desk;

pub mod remind;
pub mod report;

pub use due::renew_dues;
pub use store::{RequestText, is_begun, number_of, texts_between};
