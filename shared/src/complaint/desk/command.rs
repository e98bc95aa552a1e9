use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::{ArchiveReason, Class, DraftPhoto, NewPhoto, Originals, Outcome, words};
use crate::privacy::PrivateKind;

/// What it is: each stays as it was where it is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewVerification {
    /// Its class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// Its sector's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// The region's code, as exact as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// Words that go with a step: a question or a reason that the reporter reads, or a note that only the staff do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReason {
    /// The words.
    pub text: String,
}

/// Says that it stands in LAPOR!, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLaporId {
    /// Its tracking id there; none where that was a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Forwards a case to an agency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDisposition {
    /// The agency's key.
    pub agency: String,
    /// What the agency should know; only the staff read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Takes a case out of every total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewArchiving {
    /// Why, as a word; `withdrawn` is the reporter's own, `merged` and `requested` come by commands of their own.
    pub reason: ArchiveReason,
    /// Why, in words that the reporter reads.
    pub text: String,
}

/// Answers a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// What was done and is answered.
    pub text: String,
    /// Ids of finished uploads: the proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// What it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The last day of what it promises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<Day>,
}

/// What the responsible officer makes of an answer that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewApproval {
    /// What.
    pub approval: Approval,
    /// Why it goes back; whoever wrote it reads this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Whether an agency's answers wait for its responsible officer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalSetting {
    /// The agency's key.
    pub agency: String,
    /// Whether they do.
    pub needed: bool,
}

words! {
    /// What becomes of an answer that waits for the responsible officer.
    Approval {
        /// It goes to the reporter.
        Released = "released",
        /// It goes back to whoever wrote it.
        SentBack = "sent_back",
    }
}

/// Gives a case to a person of the office that has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAssignment {
    /// The account's name; nobody's where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Joins a case to another one about the same thing, which goes on alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMerging {
    /// The tracking code of the one that goes on.
    pub into: String,
    /// Why, in words that the reporter reads.
    pub text: String,
}

/// Has a closed case checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSample {
    /// The account's name of who checks it: somebody outside the agency.
    pub name: String,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCheck {
    /// What it found.
    pub outcome: CheckOutcome,
    /// Why. Where it goes back, the agency and the reporter read it; else only the staff do, and it may be absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

words! {
    /// What a check of a closed case finds.
    CheckOutcome {
        /// It was done as it was answered.
        Confirmed = "confirmed",
        /// It was not, and goes back to the agency.
        SentBack = "sent_back",
    }
}

/// Title and content as they were filed, with everything marked that needs a look before they become public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The content.
    pub content: String,
    /// What is marked in the title.
    pub title_words: Vec<PrivateWord>,
    /// What is marked in the content.
    pub content_words: Vec<PrivateWord>,
    /// The photos that were filed.
    #[serde(default)]
    pub photos: Vec<DraftPhoto>,
    /// What becomes of those of which parts are covered.
    pub originals: Originals,
}

/// Marked words. Places count characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PrivateWord {
    /// The first character.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
    /// The words.
    pub words: String,
    /// What they tell.
    pub kind: PrivateKind,
}

/// Opens title and content, as they stand here, to everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPublication {
    /// The title, with what must not become public blacked out.
    pub title: String,
    /// The content, likewise.
    pub content: String,
    /// The marked words that may become public all the same, as they stand in title and content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<String>,
    /// The photos that everyone is to see; the others are seen by nobody else any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<NewPhoto>,
}
