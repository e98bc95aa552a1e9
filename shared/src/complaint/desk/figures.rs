use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// What an office, or a person in it, did in a time, and what it has in hand now. The sealed lane is not counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureRow {
    /// The agency's key.
    pub agency: String,
    /// The person's name, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
    /// Answers that were given.
    pub answered: u32,
    /// The median of working days from disposition to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_days: Option<f64>,
    /// Answers that the reporter refused.
    pub refused: u32,
    /// Closed cases that a check had opened again.
    pub reopened: u32,
    /// Closed cases that were checked.
    pub checked: u32,
    /// Cases that are worked on now.
    pub open: u32,
    /// Those of them that are late.
    pub late: u32,
}

/// Figures for the staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskFigures {
    /// The first local day.
    pub from: Day,
    /// The last local day.
    pub to: Day,
    /// The local day of what is open and late.
    pub as_of: Day,
    /// By agency, in their configured order.
    pub agencies: Vec<FigureRow>,
    /// By person, of the agencies that whoever asks answers for.
    pub officers: Vec<FigureRow>,
}
