//! A complaint: what a citizen files, the stages it goes through, and what each side sees of it.

pub mod desk;
pub mod lapor;

mod class;
mod code;
mod filing;
mod life;
mod milestone;
mod outcome;
mod photo;
mod stage;
mod view;

pub(crate) use class::words;
pub use class::{Channel, Class, UnknownWord};
pub use code::{CODE_ALPHABET, CODE_RANDOM, Secret, TrackingCode};
pub use filing::{
    CheckedFiling, CheckedReporter, FILE_BYTES_MAX, FILES_MAX, Filing, KnownKeys, PIXELS_MAX_MEGAPIXELS,
    REPORTER_FIELDS, Reporter,
};
pub use lapor::LaporId;
pub use life::{Action, Actor, Refusal, next_stage, reporter_actions};
pub use milestone::{At, Milestone, milestones};
pub use outcome::{Outcome, PROMISE_DAYS_MAX, check_promise};
pub use photo::{BOXES_MAX, DraftPhoto, NewPhoto, Originals, PhotoBox, PublicPhoto};
pub use stage::{ArchiveReason, Group, Stage};
pub use view::{
    ComplaintView, Entry, EntryKind, FileView, Filed, FollowAsked, NewFollower, NewMessage, NewRefusal,
    NewSupport, NewUpload, NewWithdrawal, OwnView, Published, Rating, ReporterAction, SimilarQuestion,
    Support, UploadState,
};
