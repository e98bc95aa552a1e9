//! What the coordinator keeps for the whole instance. Everything that is kept lies in `platform/settings`, which all rooms
//! read; this room changes it.

mod store;

pub mod show;

use shared::problem::{FieldProblem, Problem};
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
        // What was received under a profile keeps its rules: another day needs another profile.
        SetupChange::Profile(profile) => {
            let known = settings.profiles.iter().find(|known| known.key == profile.key);
            let moved = known.is_some_and(|known| known.valid_from != profile.valid_from);
            let twice = settings
                .profiles
                .iter()
                .any(|known| known.key != profile.key && known.valid_from == profile.valid_from);
            (moved || twice)
                .then_some(("valid_from", if moved { Problem::DiffersFromStored } else { Problem::Taken }))
        }
        _ => None,
    };
    match problem {
        Some((field, problem)) => Err(Error::invalid(vec![FieldProblem::new(field, problem)])),
        None => Ok(change),
    }
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
