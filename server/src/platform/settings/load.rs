use shared::calendar::{Day, Holidays};
use shared::instance::{Agency, Instance, Sector};
use shared::regulation::Profile;
use shared::request::RequestProfile;

use shared::complaint::Originals;
use shared::protection::{RequestRetention, Retention};
use shared::setup::Escalation;

use super::{RegionSetting, SectorSetting, Settings};
use crate::platform::db::{Connection, DbError, Row};
use crate::values;

const INSTANCE: &str = "select value from setting where key = 'instance'";
const SAMPLE_PERCENT: &str = "select value from setting where key = 'sample_percent'";
const RETENTION: &str = "select value from setting where key = 'retention'";
const REQUEST_RETENTION: &str = "select value from setting where key = 'request_retention'";
const ORIGINALS: &str = "select value from setting where key = 'originals'";
const ESCALATION: &str = "select value from setting where key = 'escalation'";
/// How many of a hundred closed cases are checked where no setting says it.
const USUAL_PERCENT: u8 = 10;
const SECTORS: &str = "select key, label, label_en, keywords, sensitive, agency_key, retired from sector order by position, key";
const AGENCIES: &str = "select key, label, label_en, retired from agency order by position, key";
const REGIONS: &str = "select code, name, parent_code from region";
const PROFILES: &str = "select body from regulation_profile where subject = 'complaint'";
const REQUEST_PROFILES: &str = "select body from regulation_profile where subject = 'information_request'";
const HOLIDAYS: &str = "select date, estimated from holiday";

impl Settings {
    /// Loads the settings.
    ///
    /// # Errors
    /// Also where a value in the database cannot be read; the error names it.
    pub async fn load(connection: &mut Connection) -> Result<Self, DbError> {
        let instance: Instance =
            json(&connection.fetch_one(INSTANCE, values![]).await?.text(0)?, "setting instance")?;
        let offset = jiff::tz::Offset::from_seconds(instance.utc_offset_minutes * 60)
            .map_err(|error| DbError::Other(format!("setting instance: {error}")))?;
        let sectors = rows(connection, SECTORS, sector).await?;
        let agencies = rows(connection, AGENCIES, |row| {
            Ok(Agency {
                key: row.text(0)?,
                label: row.text(1)?,
                label_en: row.text(2)?,
                retired: row.flag(3)?,
            })
        });
        let agencies = agencies.await?;
        let regions = rows(connection, REGIONS, |row| {
            Ok((row.text(0)?, RegionSetting { name: row.text(1)?, parent: row.optional_text(2)? }))
        });
        let regions = regions.await?.into_iter().collect();
        let profiles: Vec<Profile> =
            rows(connection, PROFILES, |row| json(&row.text(0)?, "regulation profile")).await?;
        let request_profiles: Vec<RequestProfile> =
            rows(connection, REQUEST_PROFILES, |row| json(&row.text(0)?, "regulation profile")).await?;
        let holidays = rows(connection, HOLIDAYS, |row| Ok((Day::from(row.date(0)?), row.flag(1)?))).await?;
        let holidays = Holidays::new(holidays);
        let sample_percent = match connection.fetch_optional(SAMPLE_PERCENT, values![]).await? {
            Some(row) => json::<u8>(&row.text(0)?, "setting sample_percent")?.min(100),
            None => USUAL_PERCENT,
        };
        let escalation = match connection.fetch_optional(ESCALATION, values![]).await? {
            Some(row) => json(&row.text(0)?, "setting escalation")?,
            None => Escalation::default(),
        };
        let retention = match connection.fetch_optional(RETENTION, values![]).await? {
            Some(row) => json(&row.text(0)?, "setting retention")?,
            None => Retention::default(),
        };
        let request_retention = match connection.fetch_optional(REQUEST_RETENTION, values![]).await? {
            Some(row) => json(&row.text(0)?, "setting request_retention")?,
            None => RequestRetention::default(),
        };
        let originals = match connection.fetch_optional(ORIGINALS, values![]).await? {
            Some(row) => json(&row.text(0)?, "setting originals")?,
            None => Originals::Sealed,
        };
        Ok(Self {
            instance,
            sectors,
            agencies,
            profiles,
            request_profiles,
            holidays,
            sample_percent,
            escalation,
            retention,
            request_retention,
            originals,
            regions,
            offset,
        })
    }
}

fn sector(row: &Row) -> Result<SectorSetting, DbError> {
    let sector = Sector {
        key: row.text(0)?,
        label: row.text(1)?,
        label_en: row.text(2)?,
        keywords: json(&row.text(3)?, "keywords of a sector")?,
        sensitive: row.flag(4)?,
        retired: row.flag(6)?,
    };
    Ok(SectorSetting { sector, agency: row.optional_text(5)? })
}

async fn rows<T>(
    connection: &mut Connection,
    sql: &'static str,
    read: impl Fn(&Row) -> Result<T, DbError>,
) -> Result<Vec<T>, DbError> {
    connection.fetch_all(sql, values![]).await?.iter().map(read).collect()
}

fn json<T: serde::de::DeserializeOwned>(text: &str, what: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Other(format!("{what}: {error}")))
}
