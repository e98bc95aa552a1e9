//! A complaint as the staff work on it.

mod case;
mod command;
mod inbox;

pub use case::{CaseEntry, CaseView, Person, Similar, Suggestion};
pub use command::{
    CheckOutcome, Draft, NewAnswer, NewArchiving, NewAssignment, NewCheck, NewDisposition, NewMerging,
    NewNothing, NewPublication, NewReason, NewSample, NewVerification, PrivateWord,
};
pub use inbox::{CaseLine, CaseList, Due, InboxFilter, Lane, When, due_of};
