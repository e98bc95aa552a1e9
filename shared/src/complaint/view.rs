use serde::{Deserialize, Serialize};

use super::class::words;
use super::{ArchiveReason, Class, Group, Outcome, PublicPhoto, Stage};
use crate::calendar::Day;
use crate::region::Point;
use crate::regulation::Deadline;

/// The answer to a filing: the receipt. A repeat under the same idempotency key gets the same one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Filed {
    /// The tracking code, with dashes.
    pub code: String,
    /// The reporter's secret; the server can compute it again only for the same idempotency key.
    pub secret: String,
    /// Always `received`.
    pub stage: Stage,
    /// The local day of receipt, day zero of every deadline.
    pub received_on: Day,
    /// What must happen by when.
    pub deadlines: Vec<Deadline>,
    /// Whether it went to the inspectorate's sealed lane.
    pub sealed: bool,
}

/// What is shown of a complaint under its code. `own` is there for the holder of the secret alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComplaintView {
    /// The tracking code, with dashes.
    pub code: String,
    /// Its class.
    pub class: Class,
    /// Its stage.
    pub stage: Stage,
    /// The stage's group; none when archived.
    pub group: Option<Group>,
    /// Why it was archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_reason: Option<ArchiveReason>,
    /// The tracking code of the one that it was joined to, where not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// The local day of receipt.
    pub received_on: Day,
    /// The local day its stage began.
    pub stage_since: Day,
    /// Its age in working days.
    pub age_working_days: u32,
    /// The sector's key, where known and not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// The agency that has it, where disposed and not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The title, where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The content, where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The photos, where published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<PublicPhoto>,
    /// How many have this, too; while published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// The last day of what the standing answer promises, where not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
    /// The running and met deadlines.
    pub deadlines: Vec<Deadline>,
    /// What happened, oldest first; texts only in the reporter's view.
    pub entries: Vec<Entry>,
    /// The reporter's part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnView>,
}

/// What only the reporter sees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnView {
    /// The title as filed.
    pub title: String,
    /// The content as filed.
    pub content: String,
    /// The day it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_date: Option<Day>,
    /// The region's names, from the village up to the regency, joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// The place in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Files that came with the filing; those of messages stand in the entries.
    pub files: Vec<FileView>,
    /// Whether the identity is hidden from the agency and the public.
    pub anonymous: bool,
    /// Whether the content is hidden from the public.
    pub confidential: bool,
    /// Whether it is sealed.
    pub sealed: bool,
    /// Whether an identity was given (it is never shown again, not even here).
    pub identified: bool,
    /// What the reporter may do now.
    pub actions: Vec<ReporterAction>,
    /// Until when an answer may be accepted or refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_until: Option<Day>,
    /// Whether it is to become a request for information, and they are asked for what that needs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_request: bool,
    /// The number of the request that it has become. The same secret opens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
}

/// A file that a complaint or message carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileView {
    /// Its id, for `/api/v1/complaints/{code}/files/{id}`.
    pub id: String,
    /// The name it was given.
    pub name: String,
    /// `image/jpeg`, `image/png`, `image/webp` or `application/pdf`.
    pub media_type: String,
    /// Its bytes.
    pub size: u64,
    /// Whether it is sealed, since a covered version of it is public.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
}

impl FileView {
    /// Whether it is a picture.
    pub fn is_picture(&self) -> bool {
        self.media_type.starts_with("image/")
    }
}

words! {
    /// What a reporter may do.
    ReporterAction {
        /// Write to the office.
        Message = "message",
        /// Give what was asked for.
        Complete = "complete",
        /// Accept the answer.
        Accept = "accept",
        /// Refuse it, with a reason.
        Refuse = "refuse",
        /// Take the complaint back.
        Withdraw = "withdraw",
    }
}

words! {
    /// What kind of thing happened.
    EntryKind {
        /// It was filed or imported.
        Received = "received",
        /// It was verified.
        Verified = "verified",
        /// Something is missing.
        Postponed = "postponed",
        /// It goes on.
        Resumed = "resumed",
        /// It was forwarded to an agency.
        Disposed = "disposed",
        /// It came back as not the agency's business.
        Returned = "returned",
        /// The agency began.
        Begun = "begun",
        /// The agency answered.
        Answered = "answered",
        /// The reporter accepted.
        Accepted = "accepted",
        /// The reporter refused.
        Refused = "refused",
        /// It closed after the reply window.
        ClosedByTime = "closed_by_time",
        /// A sample failed and it was opened again.
        Reopened = "reopened",
        /// The reporter withdrew it.
        Withdrawn = "withdrawn",
        /// It was archived.
        Archived = "archived",
        /// The reporter wrote.
        MessageFromReporter = "message_from_reporter",
        /// The office wrote.
        MessageToReporter = "message_to_reporter",
    }
}

/// One line of a complaint's story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// The local day.
    pub on: Day,
    /// The moment, in milliseconds since 1970 (UTC).
    pub at: i64,
    /// What happened.
    pub kind: EntryKind,
    /// The stage it led to, where it moved the complaint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The agency's key, for a disposition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// What an answer brings, where not sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The last day of what an answer promises, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
    /// What was written; for the reporter alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Files that came with it; for the reporter alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileView>,
}

/// A message of the reporter's: an addition, or what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The text.
    pub text: String,
    /// Ids of finished uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

/// Takes a complaint back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewWithdrawal {
    /// Why, if they want to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Refuses an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRefusal {
    /// Why; the agency must know what to do better.
    pub reason: String,
}

/// Accepts an answer, with a rating if they like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// One to five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars: Option<u8>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Announces a file that will be sent in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewUpload {
    /// The file's name on the phone.
    pub name: String,
    /// Its bytes.
    pub size: u64,
}

/// How far an upload is. The next piece starts at `offset`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UploadState {
    /// Its id; whoever has it may go on with it and name it in a filing.
    pub id: String,
    /// Bytes that are there.
    pub offset: u64,
    /// Bytes announced.
    pub size: u64,
    /// Whether the whole file is there, was examined and can be named.
    pub ready: bool,
    /// What it turned out to be, once ready.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
}

/// How many phones have said "I have this too".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Support {
    /// How many.
    pub count: u32,
    /// Whether the one that asks is among them.
    pub is_mine: bool,
    /// Whether it can be followed by mail.
    #[serde(default)]
    pub has_mail: bool,
}

/// Asks to follow a published complaint by mail.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFollower {
    /// Where the news goes.
    pub email: String,
}

/// A mail is on its way that asks whether they want it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowAsked {}

/// Whether somebody has this, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSupport {
    /// Said, or taken back.
    pub wanted: bool,
}

/// What somebody is about to file, to find what says the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SimilarQuestion {
    /// Its title.
    pub title: String,
    /// Its content.
    pub content: String,
    /// The code of its region.
    pub region: String,
    /// The sector's key, where chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
}

/// A published complaint in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Published {
    /// The tracking code, with dashes.
    pub code: String,
    /// Its title, as published.
    pub title: String,
    /// The local day of receipt.
    pub received_on: Day,
    /// Where it stands.
    pub stage: Stage,
    /// How many have this, too.
    pub support: u32,
}
