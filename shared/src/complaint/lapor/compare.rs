use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::Stage;

/// What stands only in LAPOR!, only here, or in different stages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reconciliation {
    /// The local day of the last export; none before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// How many cases LAPOR! has, as far as exports have told.
    pub there: u32,
    /// How many stand only there.
    pub only_there_count: u32,
    /// The oldest of them.
    pub only_there: Vec<ThereLine>,
    /// How many open ones stand only here.
    pub only_here_count: u32,
    /// The oldest of them.
    pub only_here: Vec<HereLine>,
    /// How many stand in different stages.
    pub different_count: u32,
    /// Those that have differed for longest.
    pub different: Vec<DifferentLine>,
}

/// A case of LAPOR! that is not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ThereLine {
    /// Its tracking id.
    pub lapor_id: String,
    /// Its status, in their word.
    pub status: String,
    /// The local day of receipt.
    pub received_on: Day,
    /// The local day on which an export first told of it.
    pub since: Day,
}

/// An open case that has no id in LAPOR!.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HereLine {
    /// The tracking code, with dashes.
    pub code: String,
    /// Its stage.
    pub stage: Stage,
    /// The local day of receipt, since when it is only here.
    pub since: Day,
}

/// A case whose stages differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DifferentLine {
    /// The tracking code, with dashes.
    pub code: String,
    /// Its tracking id in LAPOR!.
    pub lapor_id: String,
    /// Its stage here.
    pub here: Stage,
    /// Its stage there.
    pub there: Stage,
    /// The same, in their word.
    pub status: String,
    /// The local day since when they differ.
    pub since: Day,
}
