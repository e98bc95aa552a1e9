//! What the coordinator keeps for the whole instance. Everything that is kept lies in `platform/settings`, which all rooms
//! read; this room changes it.

mod store;

pub mod show;

use shared::calendar::Day;
use shared::problem::{FieldProblem, Problem};
use shared::regulation::Profile;
use shared::request::RequestProfile;
use shared::setup::{Setup, SetupChange};

use crate::error::Error;
use crate::platform::db::{Connection, DbError, Transaction};
use crate::platform::settings::Settings;

pub use store::version;

/// All of it, as it is.
///
/// # Errors
/// When the database cannot be read.
pub async fn read(connection: &mut Connection) -> Result<Setup, DbError> {
    let settings = Settings::load(connection).await?;
    let (holidays, profiles) = (store::holidays(connection).await?, store::profiles(connection).await?);
    Ok(Setup {
        version: version(connection).await?,
        agencies: settings.agencies.iter().map(store::agency).collect(),
        sectors: settings.sectors.iter().map(store::sector).collect(),
        holidays,
        profiles,
        request_profiles: latest_first(settings.request_profiles),
        sample_percent: settings.sample_percent,
        escalation: settings.escalation,
        retention: settings.retention,
        request_retention: settings.request_retention,
        originals: settings.originals,
    })
}

/// A change as it may be made.
///
/// # Errors
/// All problems by field.
pub fn checked(settings: &Settings, change: SetupChange) -> Result<SetupChange, Error> {
    let change = shared::setup::check(change).map_err(Error::invalid)?;
    let problem = match &change {
        SetupChange::Agency(agency) if agency.retired && agency.key == settings.instance.inspectorate => {
            Some(("retired", Problem::UnknownValue))
        }
        SetupChange::Sector(sector) => {
            let unknown = sector.agency.as_deref().is_some_and(|key| settings.agency(key).is_none());
            unknown.then_some(("agency", Problem::UnknownValue))
        }
        SetupChange::RequestProfile(RequestProfile { key, .. })
            if settings.profiles.iter().any(|known| known.key == *key) =>
        {
            Some(("key", Problem::Taken))
        }
        SetupChange::Profile(Profile { key, .. })
            if settings.request_profiles.iter().any(|known| known.key == *key) =>
        {
            Some(("key", Problem::Taken))
        }
        SetupChange::RequestProfile(profile) => {
            let known = settings.request_profiles.iter().map(|known| (known.key.as_str(), known.valid_from));
            dated(known, &profile.key, profile.valid_from)
        }
        SetupChange::Profile(profile) => {
            let known = settings.profiles.iter().map(|known| (known.key.as_str(), known.valid_from));
            dated(known, &profile.key, profile.valid_from)
        }
        _ => None,
    };
    match problem {
        Some((field, problem)) => Err(Error::invalid(vec![FieldProblem::new(field, problem)])),
        None => Ok(change),
    }
}

/// What is wrong with the first day of a profile beside those that are known. What was received under a profile keeps its rules:
/// another day needs another profile.
fn dated<'a>(
    known: impl Iterator<Item = (&'a str, Day)>,
    key: &str,
    valid_from: Day,
) -> Option<(&'static str, Problem)> {
    let (same, others): (Vec<_>, Vec<_>) = known.partition(|(name, _)| *name == key);
    if same.iter().any(|(_, day)| *day != valid_from) {
        return Some(("valid_from", Problem::DiffersFromStored));
    }
    others.iter().any(|(_, day)| *day == valid_from).then_some(("valid_from", Problem::Taken))
}

fn latest_first(mut profiles: Vec<RequestProfile>) -> Vec<RequestProfile> {
    profiles.sort_by_key(|profile| std::cmp::Reverse(profile.valid_from));
    profiles
}

/// Makes a change that rests on a version; whether it was still that one.
///
/// # Errors
/// When the database does not take it.
pub async fn apply(tx: &mut Transaction, version: i64, change: &SetupChange) -> Result<bool, DbError> {
    if !store::take(tx, version).await? {
        return Ok(false);
    }
    store::put(tx, change).await?;
    Ok(true)
}
