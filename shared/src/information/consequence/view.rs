use serde::{Deserialize, Serialize};

use super::{
    ConsequenceAction, ConsequenceDecision, ConsequenceOutcome, ConsequenceStage, ConsequenceTest,
    Consideration,
};
use crate::calendar::Day;

/// So many days before a term ends the PPID are reminded of it.
pub const CONSEQUENCE_REMINDER_DAYS: i32 = 30;

/// A page of the Daftar Informasi yang Dikecualikan: that there is something, on whose decision and until when, never what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExcludedList {
    /// Entries, the newest first.
    pub rows: Vec<ExcludedLine>,
    /// Where the next page begins, as `after`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Something that is excluded, as everyone reads of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExcludedLine {
    /// Its number.
    pub id: i64,
    /// What it is called in public.
    pub title: String,
    /// The key of the agency that holds it.
    pub agency: String,
    /// The law relied on.
    pub law: String,
    /// The decision's number.
    pub number: String,
    /// The decision's day.
    pub decided_on: Day,
    /// The last day of the term.
    pub until: Day,
    /// Whether it is in force or to be reviewed.
    pub stage: ConsequenceStage,
}

/// Consequence tests as the PPID work on them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskConsequenceList {
    /// Tests, what was touched last on top.
    pub rows: Vec<DeskConsequenceLine>,
    /// On the first page: terms that end within [`CONSEQUENCE_REMINDER_DAYS`], the soonest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ending: Vec<DeskConsequenceLine>,
    /// Where the next page begins, as `after`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A consequence test in their list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskConsequenceLine {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// What it is called in public.
    pub public_title: String,
    /// The key of the agency that holds it.
    pub agency: String,
    /// Where it stands.
    pub stage: ConsequenceStage,
    /// What the last decision fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ConsequenceOutcome>,
    /// The last day of the term, where it is excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Days until then; below nought where it has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i32>,
    /// The day of the last change.
    pub changed_on: Day,
}

/// A consequence test as whoever works on it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskConsequenceTest {
    /// Its number.
    pub id: i64,
    /// Goes up with every change: what a command rests on.
    pub version: i64,
    /// Where it stands.
    pub stage: ConsequenceStage,
    /// What is proposed.
    pub test: ConsequenceTest,
    /// Who considered it last, and what they found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consideration: Option<Consideration>,
    /// What was decided, the last first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<ConsequenceDecision>,
    /// Days until the term ends, where it is excluded; below nought where it has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i32>,
    /// Why it was sent back or withdrawn, where that was last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What whoever asked may do now.
    pub actions: Vec<ConsequenceAction>,
}
