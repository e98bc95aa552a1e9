use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::Stage;

/// How many cases are late in one stage with one agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LateRow {
    /// The agency's key; absent where they are nobody's yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The stage.
    pub stage: Stage,
    /// How many.
    pub count: u32,
    /// The earliest last day among them.
    pub oldest: Day,
    /// By how many working days that one is late.
    pub working_days: u32,
}

/// What is late, of the cases that whoever asks may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LateBoard {
    /// By agency and stage, what is late for longest on top.
    pub rows: Vec<LateRow>,
    /// What is late in LAPOR!, for the coordinator, once an export has told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapor: Option<LateInLapor>,
}

/// How much is late in LAPOR!: unfinished for longer than the profile of complaints gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LateInLapor {
    /// The local day of the last export.
    pub as_of: Day,
    /// How many.
    pub count: u32,
    /// The day of receipt of the oldest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oldest: Option<Day>,
    /// By how many working days that one is late.
    pub working_days: u32,
}
