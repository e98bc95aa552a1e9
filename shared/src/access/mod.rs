//! Who may do what: one table of roles, actions and the account's relation to a case.
//!
//! The table narrows what [`crate::complaint::next_stage`] allows and never widens it: that one knows the offices, this one
//! the people in them.

mod action;
mod caller;
mod consequence;
mod duty;
mod information;
mod request;
mod role;
mod table;

pub use action::CaseAction;
pub use caller::Caller;
pub use consequence::may_exclude;
pub use duty::{Duty, keeps};
pub use information::{InformationRelation, may_inform};
pub use request::{RequestRelation, may_answer_request};
pub use role::Role;
pub use table::{Relation, Rule, may};
