//! What is late in LAPOR!, as far as exports have told.

use shared::calendar::Day;
use shared::complaint::Class;
use shared::complaint::desk::LateInLapor;
use shared::regulation::{Kind, Step};

use super::store;
use crate::platform::db::{Connection, DbError};
use crate::platform::settings::Settings;

/// How much is unfinished there past the time that the profile of complaints gives; nothing before the first export.
///
/// # Errors
/// When the database cannot be read.
pub async fn late(
    connection: &mut Connection,
    settings: &Settings,
    today: Day,
) -> Result<Option<LateInLapor>, DbError> {
    let Some(as_of) = store::as_of(connection).await? else { return Ok(None) };
    let kind = Kind::of(Class::Complaint, false);
    let limit = settings.profile(today).and_then(|profile| profile.limit(Step::Done, kind));
    let Some(limit) = limit.map(|limit| limit.working_days) else { return Ok(None) };
    // The latest day of receipt whose time has passed.
    let mut day = today;
    while settings.holidays.working_days_between(day, today) <= limit {
        day = day.plus(-1);
    }
    let (count, oldest) = store::unfinished_since(connection, day).await?;
    Ok(Some(LateInLapor {
        as_of,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        working_days: oldest
            .map_or(0, |oldest| settings.holidays.working_days_between(oldest, today) - limit),
        oldest,
    }))
}
