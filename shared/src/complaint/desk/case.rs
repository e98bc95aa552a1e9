use serde::{Deserialize, Serialize};

use super::Due;
use crate::access::CaseAction;
use crate::calendar::Day;
use crate::complaint::{ArchiveReason, Channel, Class, FileView, Group, Outcome, PublicPhoto, Stage};
use crate::region::Point;
use crate::regulation::Deadline;

/// A case as a member of the staff sees it. Who reported it is not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseView {
    /// The tracking code, with dashes.
    pub code: String,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// Its class.
    pub class: Class,
    /// The way it came in.
    pub channel: Channel,
    /// Its stage.
    pub stage: Stage,
    /// The stage's group; none when archived.
    pub group: Option<Group>,
    /// Why it was archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_reason: Option<ArchiveReason>,
    /// The local day of receipt.
    pub received_on: Day,
    /// The local day its stage began.
    pub stage_since: Day,
    /// Its age in working days.
    pub age_working_days: u32,
    /// The sector's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// The agency that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Who of that office has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned: Option<Person>,
    /// The title as filed; none once it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The content as filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The title as everyone reads it, where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_title: Option<String>,
    /// The content as everyone reads it, where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_content: Option<String>,
    /// The photos that everyone sees, where published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub public_photos: Vec<PublicPhoto>,
    /// The day it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_date: Option<Day>,
    /// The region's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The region's names, from the village up to the regency, joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    /// The place in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// Files that came with the filing; those of messages stand in the entries.
    pub files: Vec<FileView>,
    /// Whether the identity is hidden from the agency and the public.
    pub anonymous: bool,
    /// Whether the content is hidden from the public.
    pub confidential: bool,
    /// Whether it is berkadar pengawasan.
    pub supervisory: bool,
    /// Whether it is in the sealed lane.
    pub sealed: bool,
    /// Whether title and content are public.
    pub published: bool,
    /// Whether the reporter said who they are.
    pub identified: bool,
    /// The running and met deadlines.
    pub deadlines: Vec<Deadline>,
    /// What the office must do next, and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What happened, oldest first.
    pub entries: Vec<CaseEntry>,
    /// What whoever asked may do now.
    pub actions: Vec<CaseAction>,
    /// Agencies that it could go to, the likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// Who of the office could have it.
    pub colleagues: Vec<Person>,
    /// Whether it is closed and waits to be checked.
    pub sampled: bool,
    /// Who checks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checker: Option<Person>,
    /// Who could check it.
    pub checkers: Vec<Person>,
    /// Cases that may be about the same thing, the likeliest first.
    pub similar: Vec<Similar>,
    /// The tracking code of the case that it was joined to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// Whether its reporter is asked for what a request for information needs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_request: bool,
    /// The number of the request for information that it has become.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// The last day of what its standing answer promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
    /// Names of those who have it open just now, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// Its tracking id in LAPOR!, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapor_id: Option<String>,
    /// How many phones have said that they have this, too.
    pub support: u32,
    /// The answer that waits for the responsible officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_answer: Option<WaitingAnswer>,
    /// Whether an answer by whoever asked would wait for the responsible officer.
    pub needs_approval: bool,
}

/// An answer that the responsible officer has not released yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingAnswer {
    /// Its words.
    pub text: String,
    /// The proof.
    pub files: Vec<FileView>,
    /// What it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The last day of what it promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
    /// The name of who wrote it.
    pub by: String,
    /// The local day it was written.
    pub on: Day,
}

/// A case that may be about the same thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Similar {
    /// The tracking code, with dashes.
    pub code: String,
    /// The title as filed.
    pub title: String,
    /// The local day of receipt.
    pub received_on: Day,
    /// Its stage.
    pub stage: Stage,
    /// Words that both have.
    pub words: Vec<String>,
}

/// A member of the staff, as colleagues see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
}

/// An agency that a case could go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// The agency's key.
    pub agency: String,
    /// The sector that it usually answers for.
    pub sector: String,
    /// The words of the case that speak for the sector; none where the case has it already.
    pub words: Vec<String>,
}

/// One line of a case's story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseEntry {
    /// The local day.
    pub on: Day,
    /// The moment, in milliseconds since 1970 (UTC).
    pub at: i64,
    /// What happened: a stable word.
    pub kind: String,
    /// The office that did it: a stable word.
    pub actor: String,
    /// The person, where it was one of the staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The stage it led to, where it moved the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The agency's key, for a disposition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// What was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The reporter's rating, from one to five.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars: Option<u8>,
    /// What an answer brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The last day of what an answer promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
    /// Files that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileView>,
    /// Whether only the staff see it.
    pub is_internal: bool,
}
