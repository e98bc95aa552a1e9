//! A complaint as the staff work on it.

mod case;
mod command;
mod inbox;

pub use case::{CaseEntry, CaseView, Person, Suggestion};
pub use command::{
    Draft, NewAnswer, NewArchiving, NewAssignment, NewDisposition, NewNothing, NewPublication, NewReason,
    NewVerification, PrivateWord,
};
pub use inbox::{CaseLine, CaseList, Due, InboxFilter, Lane, When, due_of};
