use serde::{Deserialize, Serialize};

use super::{
    ApplicantKind, DecisionOutcome, Ground, NoticeKind, Obtain, OfferedGround, RequestAction,
    RequestDeadline, RequestFile, RequestStage, SendBy,
};
use crate::calendar::Day;
use crate::complaint::Channel;

/// The answer to a request that was registered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestReceipt {
    /// The number in the register, `PI-2026-00012`.
    pub number: String,
    /// The secret that opens it, which only the applicant has.
    pub secret: String,
    /// The day it was received.
    pub received_on: Day,
    /// By when what must be done.
    pub deadlines: Vec<RequestDeadline>,
}

/// A request as its applicant sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestView {
    /// The number in the register.
    pub number: String,
    /// Where it stands.
    pub stage: RequestStage,
    /// The day it was received.
    pub received_on: Day,
    /// The key of the agency whose PPID has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Which information is asked for.
    pub what: String,
    /// What for.
    pub purpose: String,
    /// How it is to be had.
    pub obtain: Obtain,
    /// How it is to reach the applicant.
    pub send: SendBy,
    /// By when what must be done.
    pub deadlines: Vec<RequestDeadline>,
    /// Why it takes longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<ExtensionView>,
    /// What was told, the latest first. After an objection that was upheld none of them stands until the next.
    pub notices: Vec<NoticeView>,
    /// The files that the applicant is given: there while a notice stands that grants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<RequestFile>,
    /// Objections, the latest first.
    pub objections: Vec<ObjectionView>,
    /// The grounds of an objection that the law offers today.
    pub offers: Vec<OfferedGround>,
    /// The day on which what was written in it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_on: Option<Day>,
}

/// Why a request takes longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExtensionView {
    /// The day it was extended.
    pub on: Day,
    /// Why.
    pub reason: String,
}

/// A written notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeView {
    /// What it says.
    pub kind: NoticeKind,
    /// Its day.
    pub on: Day,
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// Who holds what is not held here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The article that a refusal rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The number of the consequence test that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence_test: Option<String>,
    /// Which parts are blacked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts_withheld: Option<String>,
    /// In which form it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Obtain>,
    /// What it costs, in rupiah.
    pub cost: u32,
    /// More words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How what was granted reached the applicant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<DeliveryView>,
}

/// How what was granted reached the applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeliveryView {
    /// How.
    pub send: SendBy,
    /// When.
    pub on: Day,
    /// What it cost, in rupiah.
    pub cost: u32,
    /// More words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ObjectionView {
    /// Its ground.
    pub ground: Ground,
    /// What the applicant wrote.
    pub text: String,
    /// The day it came in.
    pub filed_on: Day,
    /// What the superior decided; none while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionView>,
}

/// A decision on an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionView {
    /// What is decided.
    pub outcome: DecisionOutcome,
    /// Its day.
    pub on: Day,
    /// The letter's number.
    pub letter_number: String,
    /// Who signs it.
    pub official: String,
    /// The reasons.
    pub reasons: String,
    /// By which day the request is answered anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Day>,
}

/// Requests as the PPID work on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskRequestList {
    /// Requests, what is due first on top.
    pub rows: Vec<DeskRequestLine>,
    /// Where the next page begins, as `after`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A request in their list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskRequestLine {
    /// The number in the register.
    pub number: String,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// Where it stands.
    pub stage: RequestStage,
    /// The key of the agency whose PPID has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// How it begins.
    pub what: String,
    /// The day it was received.
    pub received_on: Day,
    /// The last day of what must be done next: the notice, or the decision on an objection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Working days that this is late; 0 where it is in time.
    pub late_days: u32,
    /// Working days that are left until the last day; 0 on it.
    pub left_days: u32,
    /// Whether an objection waits for its decision.
    pub has_objection: bool,
}

/// A request as whoever works on it sees it. Who asks is no part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskRequest {
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// Whether a person or a body asks.
    pub applicant: ApplicantKind,
    /// The way it came in.
    pub channel: Channel,
    /// The request as its applicant sees it.
    pub request: RequestView,
    /// All its files, for whoever may put files beside it; those that are given, for anybody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<RequestFile>,
    /// What whoever asked may do now.
    pub actions: Vec<RequestAction>,
}

/// Who asks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicantView {
    /// A person or a body.
    pub kind: ApplicantKind,
    /// The person's name, or the body's.
    pub name: String,
    /// A person's identity number, or the number of a body's deed or registration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where letters reach them.
    pub address: String,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The document of identity that came with it; its content is read apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<ApplicantFile>,
}

/// A document of identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApplicantFile {
    /// What it is called.
    pub name: String,
    /// Bytes.
    pub size: u64,
}
