//! What an instance is set up with, as data in the database: sectors, agencies, regions, holidays, profiles.
//!
//! Loaded whole at the start and shared; a change of settings loads them anew.

mod load;
pub mod seed;
#[cfg(test)]
pub mod testing;

use std::collections::BTreeMap;

use jiff::tz::Offset;
use shared::calendar::{Day, Holidays};
use shared::complaint::KnownKeys;
use shared::complaint::Originals;
use shared::instance::{Agency, Instance, Meta, Sector};
use shared::protection::{RequestRetention, Retention};
use shared::region::{Region, RegionCode};
use shared::regulation::Profile;
use shared::request::RequestProfile;
use shared::setup::Escalation;

use crate::clock::Clock;

/// The settings of one instance.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The instance itself.
    pub instance: Instance,
    /// Sectors in their configured order.
    pub sectors: Vec<SectorSetting>,
    /// Agencies in their configured order.
    pub agencies: Vec<Agency>,
    /// Profiles for complaints; the latest valid one applies.
    pub profiles: Vec<Profile>,
    /// Profiles for requests for information; the latest valid one applies.
    pub request_profiles: Vec<RequestProfile>,
    /// Public holidays and joint leave.
    pub holidays: Holidays,
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
    regions: BTreeMap<String, RegionSetting>,
    offset: Offset,
}

/// A sector and who usually answers.
#[derive(Clone, Debug)]
pub struct SectorSetting {
    /// The sector as everyone sees it.
    pub sector: Sector,
    /// The key of the agency that usually answers.
    pub agency: Option<String>,
}

#[derive(Clone, Debug)]
struct RegionSetting {
    name: String,
    parent: Option<String>,
}

impl Settings {
    /// The instance's fixed distance from UTC: WIB, WITA or WIT.
    pub fn offset(&self) -> Offset {
        self.offset
    }

    /// The local day.
    pub fn today(&self, clock: &Clock) -> Day {
        clock.today(self.offset).into()
    }

    /// The local day of a moment.
    pub fn day_of(&self, moment: jiff::Timestamp) -> Day {
        self.offset.to_datetime(moment).date().into()
    }

    /// A sector by its key.
    pub fn sector(&self, key: &str) -> Option<&SectorSetting> {
        self.sectors.iter().find(|setting| setting.sector.key == key)
    }

    /// An agency by its key.
    pub fn agency(&self, key: &str) -> Option<&Agency> {
        self.agencies.iter().find(|agency| agency.key == key)
    }

    /// A region's own name.
    pub fn region_name(&self, code: &str) -> Option<&str> {
        self.regions.get(code).map(|region| region.name.as_str())
    }

    /// A region's name with those it lies in, up to the regency: "Desa, Kecamatan, Kabupaten".
    pub fn region_path(&self, code: &str) -> Option<String> {
        let mut names = vec![self.region_name(code)?];
        let mut parent = self.regions.get(code)?.parent.as_deref();
        while let Some(code) = parent.filter(|code| *code != self.instance.province_code) {
            let region = self.regions.get(code)?;
            names.push(&region.name);
            parent = region.parent.as_deref();
        }
        Some(names.join(", "))
    }

    /// The regions one level below another, by code; none where there is no such region.
    pub fn children_of(&self, code: &str) -> Option<Vec<Region>> {
        self.regions.get(code)?;
        let children = self.regions.iter().filter(|(_, region)| region.parent.as_deref() == Some(code));
        Some(
            children.map(|(code, region)| Region { code: code.clone(), name: region.name.clone() }).collect(),
        )
    }

    /// The profile for complaints received on a day.
    pub fn profile(&self, received_on: Day) -> Option<&Profile> {
        Profile::for_day(&self.profiles, received_on)
    }

    /// The profile for requests for information received on a day.
    pub fn request_profile(&self, received_on: Day) -> Option<&RequestProfile> {
        RequestProfile::for_day(&self.request_profiles, received_on)
    }

    /// What everyone may see of the settings on a local day.
    pub fn meta(&self, today: Day) -> Meta {
        Meta {
            instance: self.instance.clone(),
            today,
            sectors: self.sectors.iter().map(|setting| setting.sector.clone()).collect(),
            agencies: self.agencies.clone(),
            regencies: self.children_of(&self.instance.province_code).unwrap_or_default(),
            profile: self.profile(today).cloned(),
            retention: self.retention,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

impl KnownKeys for Settings {
    fn has_sector(&self, key: &str) -> bool {
        self.sector(key).is_some_and(|setting| !setting.sector.retired)
    }

    fn has_region(&self, code: &RegionCode) -> bool {
        self.regions.contains_key(code.as_str())
    }
}
