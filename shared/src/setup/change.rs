use serde::{Deserialize, Serialize};

use super::{AgencySetting, Escalation, HolidayLine, SectorSetting};
use crate::calendar::Day;
use crate::complaint::Originals;
use crate::protection::{RequestRetention, Retention};
use crate::regulation::Profile;
use crate::request::RequestProfile;

/// One change. What has a key is entered anew where nothing of that key is there, and replaced where something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SetupChange {
    /// Enters or replaces an agency.
    Agency(AgencySetting),
    /// Enters or replaces a sector.
    Sector(SectorSetting),
    /// Enters or replaces a day of a name.
    Holiday(HolidayLine),
    /// Takes a day of a name out.
    RemoveHoliday(HolidayKey),
    /// Enters or replaces a profile for complaints.
    Profile(Profile),
    /// Enters or replaces a profile for requests for information.
    RequestProfile(RequestProfile),
    /// How many of a hundred closed cases are checked.
    SamplePercent(u8),
    /// When lateness is told to whom.
    Escalation(Escalation),
    /// How long what is kept.
    Retention(Retention),
    /// How long what is kept of requests for information.
    RequestRetention(RequestRetention),
    /// What becomes of photos of which parts were covered.
    Originals(Originals),
}

/// A holiday, to be taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HolidayKey {
    /// The day.
    pub date: Day,
    /// What it is called.
    pub name: String,
}

impl SetupChange {
    /// What is changed, a stable word.
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Agency(_) => "agency",
            Self::Sector(_) => "sector",
            Self::Holiday(_) => "holiday",
            Self::RemoveHoliday(_) => "holiday_removed",
            Self::Profile(_) => "profile",
            Self::RequestProfile(_) => "request_profile",
            Self::SamplePercent(_) => "sample_percent",
            Self::Escalation(_) => "escalation",
            Self::Retention(_) => "retention",
            Self::RequestRetention(_) => "request_retention",
            Self::Originals(_) => "originals",
        }
    }

    /// Whether it moves last days.
    pub const fn moves_time(&self) -> bool {
        matches!(self, Self::Holiday(_) | Self::RemoveHoliday(_) | Self::Profile(_))
    }
}
