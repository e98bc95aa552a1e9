//! The settings that an empty database starts with: Sulawesi Tengah, until a province brings its own.

use serde::Deserialize;
use shared::complaint::desk::template::NewTemplate;
use shared::instance::Instance;
use shared::region::{RegionCode, RegionLevel};
use shared::regulation::Profile;
use shared::request::RequestProfile;

use crate::platform::db::{DbError, Transaction};
use crate::values;

const SEED: &str = include_str!("../../../seed/sulawesi-tengah.json");
const REGIONS: &str = include_str!("../../../seed/data/regions-72.csv");
/// The limits of requests for information: a law of the whole country, so every province begins with it.
const REQUESTS: &str = include_str!("../../../seed/uu-14-2008.json");
const HOLIDAYS: &str = include_str!("../../../seed/data/holidays-id.csv");
/// The first year whose holidays are estimates in the shipped data.
const FIRST_ESTIMATED_YEAR: &str = "2027";

const IS_FILLED: &str = "select 1 from setting where key = 'instance'";
const INSERT_SETTING: &str = "insert into setting (key, value) values ($1, $2)";
const INSERT_AGENCY: &str =
    "insert into agency (key, position, label, label_en, short) values ($1, $2, $3, $4, $5)";
const INSERT_SECTOR: &str = "
    insert into sector (key, position, label, label_en, keywords, sensitive, agency_key)
    values ($1, $2, $3, $4, $5, $6, $7)";
const INSERT_REGION: &str = "insert into region (code, parent_code, level, name) values ($1, $2, $3, $4)";
const INSERT_PROFILE: &str = "
    insert into regulation_profile (key, subject, valid_from, confirmed, body) values ($1, $2, $3, $4, $5)
    on conflict (key) do nothing";
const HAS_REQUEST_PROFILE: &str =
    "select 1 from regulation_profile where subject = 'information_request' limit 1";
const INSERT_HOLIDAY: &str = "
    insert into holiday (date, category, name, estimated) values ($1, $2, $3, $4) on conflict (date, name) do nothing";
const INSERT_TEMPLATE: &str = "
    insert into answer_template (name, sector_key, outcome, body) values ($1, $2, $3, $4)";

#[derive(Deserialize)]
struct Seed {
    instance: Instance,
    agencies: Vec<SeedAgency>,
    sectors: Vec<SeedSector>,
    profiles: Vec<SeedProfile>,
    templates: Vec<NewTemplate>,
}

#[derive(Deserialize)]
struct SeedAgency {
    key: String,
    short: String,
    label: String,
    label_en: String,
}

#[derive(Deserialize)]
struct SeedSector {
    key: String,
    agency: Option<String>,
    label: String,
    label_en: String,
    #[serde(default)]
    sensitive: bool,
    keywords: Vec<String>,
}

#[derive(Deserialize)]
struct SeedProfile {
    subject: String,
    #[serde(flatten)]
    profile: Profile,
}

/// Fills an empty database with the shipped settings; one that has settings is left alone.
///
/// `demo` marks the instance as one whose complaints are invented.
pub async fn fill_if_empty(tx: &mut Transaction, demo: bool) -> Result<(), DbError> {
    // Also where an older version has filled it.
    request_profile(tx).await?;
    if tx.fetch_optional(IS_FILLED, values![]).await?.is_some() {
        return Ok(());
    }
    let mut seed: Seed = serde_json::from_str(SEED).expect("the shipped seed is read by a test");
    seed.instance.demo = demo;
    let instance = serde_json::to_string(&seed.instance).expect("settings are plain values");
    tx.execute(INSERT_SETTING, values!["instance", instance]).await?;
    for (position, agency) in (1i64..).zip(&seed.agencies) {
        let values = values![&agency.key, position, &agency.label, &agency.label_en, &agency.short];
        tx.execute(INSERT_AGENCY, values).await?;
    }
    for (position, sector) in (1i64..).zip(seed.sectors) {
        let keywords = serde_json::to_string(&sector.keywords).expect("keywords are plain text");
        let values = values![
            sector.key,
            position,
            sector.label,
            sector.label_en,
            keywords,
            sector.sensitive,
            sector.agency
        ];
        tx.execute(INSERT_SECTOR, values).await?;
    }
    for SeedProfile { subject, profile } in seed.profiles {
        let body = serde_json::to_string(&profile).expect("profiles are plain values");
        let values = values![&profile.key, subject, profile.valid_from.date(), profile.confirmed, body];
        tx.execute(INSERT_PROFILE, values).await?;
    }
    for NewTemplate { name, sector, outcome, text } in seed.templates {
        tx.execute(INSERT_TEMPLATE, values![name, sector, outcome.as_str(), text]).await?;
    }
    regions(tx).await?;
    holidays(tx).await
}

async fn request_profile(tx: &mut Transaction) -> Result<(), DbError> {
    if tx.fetch_optional(HAS_REQUEST_PROFILE, values![]).await?.is_some() {
        return Ok(());
    }
    let profile: RequestProfile =
        serde_json::from_str(REQUESTS).expect("the shipped profile is read by a test");
    let body = serde_json::to_string(&profile).expect("profiles are plain values");
    let subject = "information_request";
    let values = values![&profile.key, subject, profile.valid_from.date(), profile.confirmed, body];
    tx.execute(INSERT_PROFILE, values).await.map(drop)
}

async fn regions(tx: &mut Transaction) -> Result<(), DbError> {
    // The file lists every region after the one it lies in, as the foreign key needs.
    for record in records(REGIONS) {
        let [code, parent, _, name] = parts(&record);
        let level = match RegionCode::parse(code).expect("the shipped codes are read by a test").level() {
            RegionLevel::Province => "province",
            RegionLevel::Regency => "regency",
            RegionLevel::District => "district",
            RegionLevel::Village => "village",
        };
        let parent = (!parent.is_empty()).then_some(parent);
        tx.execute(INSERT_REGION, values![code, parent, level, name]).await?;
    }
    Ok(())
}

async fn holidays(tx: &mut Transaction) -> Result<(), DbError> {
    for record in records(HOLIDAYS) {
        let [date, category, name] = parts(&record);
        let estimated = date >= FIRST_ESTIMATED_YEAR;
        tx.execute(INSERT_HOLIDAY, values![date, category, name, estimated]).await?;
    }
    Ok(())
}

fn records(file: &'static str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    reader.records().map(|record| record.expect("the shipped files are read by a test")).collect()
}

fn parts<const N: usize>(record: &csv::StringRecord) -> [&str; N] {
    std::array::from_fn(|index| record.get(index).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use shared::calendar::{Certainty, Day};
    use shared::complaint::KnownKeys;

    use super::super::Settings;
    use super::*;
    use crate::platform::db::testing::TestDatabase;

    #[tokio::test]
    async fn the_shipped_seed_fills_both_engines_once() {
        for database in TestDatabase::both().await {
            let db = database.open().await;
            for _ in 0..2 {
                db.write(|tx| Box::pin(async move { fill_if_empty(tx, true).await })).await.unwrap();
            }
            let settings = Settings::load(&mut db.read().await.unwrap()).await.unwrap();
            assert!(settings.instance.demo);
            assert_eq!(settings.children_of("72").unwrap().len(), 13);
            assert_eq!(settings.children_of("99"), None);
            assert_eq!(settings.region_path("72.01").as_deref(), Some("Kabupaten Banggai"));
            assert!(settings.has_region(&RegionCode::parse("72.71").unwrap()));
            let labels: Vec<_> =
                settings.sectors.iter().map(|setting| setting.sector.label.as_str()).collect();
            let source = include_str!("../../../seed/data/recap-2020-06.csv");
            let expected: Vec<_> = source.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
            assert_eq!(labels[..9], expected[..], "the source's nine sectors come first, in its order");
            assert!(settings.sectors[..9].iter().all(|setting| !setting.sector.sensitive));
            let day = |raw| Day::parse(raw).unwrap();
            let certainty = |raw| settings.holidays.certainty(day(raw), day(raw));
            assert_eq!(certainty("2026-11-25"), Certainty::Known);
            assert_eq!(certainty("2027-11-25"), Certainty::Estimated);
            assert_eq!(certainty("2028-11-25"), Certainty::NoData);
            assert_eq!(
                settings.profile(day("2026-11-25")).map(|profile| profile.key.as_str()),
                Some("sp4n-2018")
            );
            let requests = settings.request_profile(day("2026-11-25")).unwrap();
            assert_eq!(
                (requests.key.as_str(), requests.notice_days, requests.extension_days),
                ("uu-14-2008", 10, 7)
            );
            assert_eq!(
                (requests.objection_days, requests.decision_days, requests.dispute_days),
                (30, 30, 14)
            );
            db.close().await;
        }
    }
}
