use serde::{Deserialize, Serialize};

use super::{ReportLine, RequestOutcome};
use crate::calendar::Day;
use crate::request::Ground;

/// The report of a year: of the requests that were received in it, with all that has become of them since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestReport {
    /// The year of receipt.
    pub year: i16,
    /// The day it was counted.
    pub as_of: Day,
    /// Whether the limits were checked against the law in force.
    pub confirmed: bool,
    /// The years that have requests, and this one; the latest first.
    pub years: Vec<i16>,
    /// How many were received.
    pub received: u32,
    /// Of these, granted as a whole.
    pub granted: u32,
    /// Of these, granted without some parts.
    pub granted_in_part: u32,
    /// Of these, refused.
    pub refused: u32,
    /// Of these, told that it is not held here.
    pub not_held: u32,
    /// Of these, still open.
    pub open: u32,
    /// Of these, with the longer limit.
    pub extended: u32,
    /// Of these, told late or late by now.
    pub late: u32,
    /// Of these, open and late today.
    pub late_open: u32,
    /// How long the notices took.
    pub days: ReportDays,
    /// The same in weeks of five working days, and the longer ones.
    pub paces: Vec<PaceCount>,
    /// Requests by month of receipt, from January on.
    pub months: Vec<u32>,
    /// The articles that refusals and parts withheld rest on, as they were given; the most frequent first.
    pub refusals: Vec<RefusalCount>,
    /// Objections by ground, in the order of the law; grounds without any are left out.
    pub objections: Vec<ObjectionCounts>,
    /// Decisions after which a dispute can still be brought before the Komisi Informasi. Whether one is, nobody here is told.
    pub disputable: u32,
    /// Each request.
    pub requests: Vec<ReportLine>,
}

/// Working days from receipt to the notice that stands, of those that have one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportDays {
    /// How many have a notice.
    pub told: u32,
    /// Half took no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
    /// On average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// The longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest: Option<u32>,
}

/// How many were told within a span of working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaceCount {
    /// From so many on.
    pub from: u32,
    /// Up to so many; none where it is longer than all spans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// How many.
    pub count: u32,
}

/// How often an article was relied on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefusalCount {
    /// The article, as it was given.
    pub article: String,
    /// How often.
    pub count: u32,
}

/// Objections on a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ObjectionCounts {
    /// The ground.
    pub ground: Ground,
    /// Found right.
    pub upheld: u32,
    /// Found wrong.
    pub dismissed: u32,
    /// Still waiting for the superior.
    pub waiting: u32,
}

impl ObjectionCounts {
    /// All of them.
    pub const fn total(&self) -> u32 {
        self.upheld + self.dismissed + self.waiting
    }
}

impl RequestReport {
    /// How many had an outcome.
    pub const fn of(&self, outcome: RequestOutcome) -> u32 {
        match outcome {
            RequestOutcome::Granted => self.granted,
            RequestOutcome::GrantedInPart => self.granted_in_part,
            RequestOutcome::Refused => self.refused,
            RequestOutcome::NotHeld => self.not_held,
            RequestOutcome::Open => self.open,
        }
    }
}
