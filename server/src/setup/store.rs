//! What is kept, in the database.

use shared::instance::Agency;
use shared::regulation::Profile;
use shared::setup::{
    AgencySetting, Escalation, HolidayKey, HolidayLine, ProfileLine, SectorSetting, SetupChange,
};

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::settings::SectorSetting as Kept;
use crate::values;

const VERSION: &str = "select value from setting where key = 'version'";
const FIRST_VERSION: &str =
    "insert into setting (key, value) values ('version', '1') on conflict (key) do nothing";
const TAKE: &str = "update setting set value = $2 where key = 'version' and value = $1";
const SET: &str = "
    insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value";
const HOLIDAYS: &str = "select date, category, name, estimated from holiday order by date, name";
const PROFILES: &str = "select subject, body from regulation_profile order by subject, valid_from desc, key";
const PUT_AGENCY: &str = "
    insert into agency (key, position, label, label_en, short, retired)
    values ($1, (select coalesce(max(position), 0) + 1 from agency), $2, $3, $2, $4)
    on conflict (key) do update
    set label = excluded.label, label_en = excluded.label_en, retired = excluded.retired";
const PUT_SECTOR: &str = "
    insert into sector (key, position, label, label_en, keywords, sensitive, agency_key, retired)
    values ($1, (select coalesce(max(position), 0) + 1 from sector), $2, $3, $4, $5, $6, $7)
    on conflict (key) do update
    set label = excluded.label, label_en = excluded.label_en, keywords = excluded.keywords,
        sensitive = excluded.sensitive, agency_key = excluded.agency_key, retired = excluded.retired";
const PUT_HOLIDAY: &str = "
    insert into holiday (date, category, name, estimated) values ($1, $2, $3, $4)
    on conflict (date, name) do update set category = excluded.category, estimated = excluded.estimated";
const REMOVE_HOLIDAY: &str = "delete from holiday where date = $1 and name = $2";
const PUT_PROFILE: &str = "
    insert into regulation_profile (key, subject, valid_from, confirmed, body) values ($1, 'complaint', $2, $3, $4)
    on conflict (key) do update set confirmed = excluded.confirmed, body = excluded.body";

const PUT_REQUEST_PROFILE: &str = "
    insert into regulation_profile (key, subject, valid_from, confirmed, body)
    values ($1, 'information_request', $2, $3, $4)
    on conflict (key) do update set confirmed = excluded.confirmed, body = excluded.body";

/// The version of all of it; 1 before the first change.
pub async fn version(connection: &mut Connection) -> Result<i64, DbError> {
    match connection.fetch_optional(VERSION, values![]).await? {
        Some(row) => row.text(0)?.parse().map_err(|_| DbError::Other("setting version".to_owned())),
        None => Ok(1),
    }
}

/// Moves it on from a version to the next; whether it was that one.
pub async fn take(tx: &mut Transaction, version: i64) -> Result<bool, DbError> {
    tx.execute(FIRST_VERSION, values![]).await?;
    Ok(tx.execute(TAKE, values![version.to_string(), (version + 1).to_string()]).await? > 0)
}

/// Makes a change.
pub async fn put(tx: &mut Transaction, change: &SetupChange) -> Result<(), DbError> {
    let (sql, values) = match change {
        SetupChange::Agency(AgencySetting { key, label, label_en, retired }) => {
            (PUT_AGENCY, values![key, label, label_en, *retired].to_vec())
        }
        SetupChange::Sector(sector) => {
            let keywords = json(&sector.keywords)?;
            let SectorSetting { key, label, label_en, sensitive, agency, retired, .. } = sector;
            (
                PUT_SECTOR,
                values![key, label, label_en, keywords, *sensitive, agency.as_ref(), *retired].to_vec(),
            )
        }
        SetupChange::Holiday(HolidayLine { date, category, name, estimated }) => {
            (PUT_HOLIDAY, values![date.date(), category.as_str(), name, *estimated].to_vec())
        }
        SetupChange::RemoveHoliday(HolidayKey { date, name }) => {
            (REMOVE_HOLIDAY, values![date.date(), name].to_vec())
        }
        SetupChange::Profile(profile) => {
            let body = json(profile)?;
            (PUT_PROFILE, values![&profile.key, profile.valid_from.date(), profile.confirmed, body].to_vec())
        }
        SetupChange::RequestProfile(profile) => {
            let body = json(profile)?;
            let values = values![&profile.key, profile.valid_from.date(), profile.confirmed, body].to_vec();
            (PUT_REQUEST_PROFILE, values)
        }
        SetupChange::SamplePercent(percent) => (SET, values!["sample_percent", json(percent)?].to_vec()),
        SetupChange::Retention(retention) => (SET, values!["retention", json(retention)?].to_vec()),
        SetupChange::RequestRetention(retention) => {
            (SET, values!["request_retention", json(retention)?].to_vec())
        }
        SetupChange::Originals(originals) => (SET, values!["originals", json(originals)?].to_vec()),
        SetupChange::Escalation(escalation) => {
            (SET, values!["escalation", json::<Escalation>(escalation)?].to_vec())
        }
    };
    tx.execute(sql, &values).await.map(drop)
}

/// Holidays by day.
pub async fn holidays(connection: &mut Connection) -> Result<Vec<HolidayLine>, DbError> {
    let line = |row: &Row| {
        let category = row.text(1)?;
        Ok(HolidayLine {
            date: row.date(0)?.into(),
            category: category.parse().map_err(|_| DbError::Other(format!("not a category: {category}")))?,
            name: row.text(2)?,
            estimated: row.flag(3)?,
        })
    };
    connection.fetch_all(HOLIDAYS, values![]).await?.iter().map(line).collect()
}

/// Profiles by subject, the latest first.
pub async fn profiles(connection: &mut Connection) -> Result<Vec<ProfileLine>, DbError> {
    let mut lines = Vec::new();
    for row in connection.fetch_all(PROFILES, values![]).await? {
        // Those of other subjects may have another shape.
        if let Ok(profile) = serde_json::from_str::<Profile>(&row.text(1)?) {
            lines.push(ProfileLine { subject: row.text(0)?, profile });
        }
    }
    Ok(lines)
}

/// An agency as it is kept.
pub fn agency(agency: &Agency) -> AgencySetting {
    let Agency { key, label, label_en, retired } = agency.clone();
    AgencySetting { key, label, label_en, retired }
}

/// A sector as it is kept.
pub fn sector(kept: &Kept) -> SectorSetting {
    let shared::instance::Sector { key, label, label_en, keywords, sensitive, retired } = kept.sector.clone();
    SectorSetting { key, label, label_en, keywords, sensitive, agency: kept.agency.clone(), retired }
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, DbError> {
    serde_json::to_string(value).map_err(|error| DbError::Other(error.to_string()))
}
