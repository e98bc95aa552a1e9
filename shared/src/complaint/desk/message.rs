use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::words;

words! {
    /// What a member of the staff is told about a case, a request for information, or what they keep public or excluded.
    MessageKind {
        /// It is due soon.
        DueSoon = "due_soon",
        /// It is late.
        Late = "late",
        /// It is late, as its agency's responsible officer is told.
        LateToOfficer = "late_to_officer",
        /// It is late, as the coordinator is told.
        LateToCoordinator = "late_to_coordinator",
        /// It was given to them.
        Assigned = "assigned",
        /// They are to check it.
        CheckAsked = "check_asked",
        /// An answer waits for them.
        AnswerWaits = "answer_waits",
        /// Their answer was sent back.
        AnswerSentBack = "answer_sent_back",
        /// A request for information is to be answered soon.
        RequestDue = "request_due",
        /// A request for information is late.
        RequestLate = "request_late",
        /// An objection is to be decided soon.
        ObjectionDue = "objection_due",
        /// The decision on an objection is late.
        ObjectionLate = "objection_late",
        /// The term of what is excluded ends.
        ExclusionEnds = "exclusion_ends",
        /// The time for which a public entry is kept ends.
        KeepingEnds = "keeping_ends",
    }
}

words! {
    /// What a message is about.
    MessageSubject {
        /// A case.
        Complaint = "complaint",
        /// A request for information.
        Request = "request",
        /// A consequence test.
        ConsequenceTest = "consequence_test",
        /// An entry of public information.
        Information = "information",
    }
}

impl MessageSubject {
    /// Where the staff find it, under its code or number.
    pub fn address(self, code: &str) -> String {
        let below = match self {
            Self::Complaint => "/petugas/aduan/",
            Self::Request => "/petugas/permohonan/",
            Self::ConsequenceTest => "/petugas/informasi/uji/",
            Self::Information => "/petugas/informasi/",
        };
        [below, code].concat()
    }
}

/// A message in the list of whoever it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageLine {
    /// Its number; later ones are greater.
    pub id: i64,
    /// What it tells.
    pub kind: MessageKind,
    /// What it is about.
    pub subject: MessageSubject,
    /// The case's tracking code, with dashes; else the number of what it is about.
    pub code: String,
    /// The case's title, while they may see the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The last day that it tells about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// When it was made, in milliseconds since 1970.
    pub at: i64,
    /// Whether they have not looked at it yet.
    pub is_new: bool,
}

/// The latest messages, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageList {
    /// A page of them.
    pub rows: Vec<MessageLine>,
    /// How many are new, of all.
    pub unread: u32,
}

/// That messages have been looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessagesRead {
    /// The number of the latest one that was.
    pub until: i64,
}
