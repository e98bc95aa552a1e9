//! A complaint as the staff work on it.

mod case;
mod command;
mod entry;
mod figures;
mod inbox;
mod late;
mod message;
mod privacy;
pub mod template;

pub use case::{CaseEntry, CaseView, Person, Similar, Suggestion, WaitingAnswer};
pub use command::{
    Approval, ApprovalSetting, CheckOutcome, Draft, NewAnswer, NewApproval, NewArchiving, NewAssignment,
    NewCheck, NewDisposition, NewLaporId, NewMerging, NewPublication, NewReason, NewSample, NewVerification,
    PrivateWord,
};
pub use entry::{CheckedEntry, ENTRY_FILING, NewEntry};
pub use figures::{DeskFigures, FigureRow};
pub use inbox::{CaseLine, CaseList, Due, InboxFilter, Lane, When, due_of};
pub use late::{LateBoard, LateInLapor, LateRow};
pub use message::{MessageKind, MessageLine, MessageList, MessageSubject, MessagesRead};
pub use privacy::{Erased, ErasedPart, IdentityReading, IdentityView, NewErasure};
