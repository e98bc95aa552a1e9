use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::{Originals, words};
use crate::protection::{RequestRetention, Retention};
use crate::regulation::Profile;
use crate::request::RequestProfile;

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Setup {
    /// Goes up with every change: what a change rests on.
    pub version: i64,
    /// Agencies in their order.
    pub agencies: Vec<AgencySetting>,
    /// Sectors in their order.
    pub sectors: Vec<SectorSetting>,
    /// Holidays by day.
    pub holidays: Vec<HolidayLine>,
    /// Regulation profiles, by subject, the latest first.
    pub profiles: Vec<ProfileLine>,
    /// Profiles for requests for information, the latest first.
    pub request_profiles: Vec<RequestProfile>,
    /// How many of a hundred closed cases are checked.
    pub sample_percent: u8,
    /// When lateness is told to whom.
    pub escalation: Escalation,
    /// How long what is kept.
    pub retention: Retention,
    /// How long what is kept of requests for information.
    pub request_retention: RequestRetention,
    /// What becomes of photos of which parts were covered.
    pub originals: Originals,
}

/// An agency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AgencySetting {
    /// Its stable key: small letters, digits and underscores.
    pub key: String,
    /// Its Indonesian name.
    pub label: String,
    /// Its English name.
    pub label_en: String,
    /// Whether nothing is disposed to it any more.
    #[serde(default)]
    pub retired: bool,
}

/// A sector.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SectorSetting {
    /// Its stable key: small letters, digits and underscores.
    pub key: String,
    /// Its Indonesian name.
    pub label: String,
    /// Its English name.
    pub label_en: String,
    /// Words that people use for it.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Whether small counts of it could identify a reporter.
    #[serde(default)]
    pub sensitive: bool,
    /// The key of the agency that usually answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Whether nothing is filed under it any more.
    #[serde(default)]
    pub retired: bool,
}

words! {
    /// Why a day is not worked.
    HolidayCategory {
        /// Hari libur nasional, or one of the province's own.
        PublicHoliday = "public_holiday",
        /// Cuti bersama.
        JointLeave = "joint_leave",
    }
}

/// A day that is not worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HolidayLine {
    /// The day.
    pub date: Day,
    /// Why.
    pub category: HolidayCategory,
    /// What it is called.
    pub name: String,
    /// Whether the decree that says so is still awaited.
    #[serde(default)]
    pub estimated: bool,
}

/// A regulation profile and what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileLine {
    /// `complaint`, or what else has one.
    pub subject: String,
    /// The profile.
    pub profile: Profile,
}

/// After how many working days who is told that a case is due or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Before the last day, whoever works it.
    pub soon: u32,
    /// After it, the agency's responsible officer.
    pub officer: u32,
    /// After it, the coordinator.
    pub coordinator: u32,
}

impl Default for Escalation {
    fn default() -> Self {
        Self { soon: 1, officer: 2, coordinator: 5 }
    }
}
