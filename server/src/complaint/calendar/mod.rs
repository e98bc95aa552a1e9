//! What follows when the calendar or a profile changes: paces that were counted by it, and last days that rest on it.

mod store;

use std::sync::Arc;

use shared::calendar::{Day, Holidays};

use super::{due, store as complaints};
use crate::platform::db::{Database, DbError, Transaction};
use crate::platform::ledger::{Movements, Pace};
use crate::platform::settings::Settings;

/// Complaints of one transaction.
const PAGE: i64 = 200;

/// Counts the paces anew that a day lies in which was a working day and is none any more, or the other way round. As of
/// earlier days they stay as they were told then.
///
/// # Errors
/// When the database cannot be read.
pub async fn recount(
    tx: &mut Transaction,
    (before, after): (&Holidays, &Holidays),
    changed: Day,
    today: Day,
    movements: &mut Movements,
) -> Result<(), DbError> {
    if before.is_working_day(changed) == after.is_working_day(changed) {
        return Ok(());
    }
    for store::Finished { received_on, answered_on, closed_on, cell, count } in
        store::finished_around(tx, changed).await?
    {
        for (pace, on) in [(Pace::Answered, answered_on), (Pace::Closed, closed_on)] {
            let Some(on) = on else { continue };
            let days = |holidays: &Holidays| holidays.working_days_between(received_on, on);
            movements.recount(pace, today.max(on), (days(before), days(after)), &cell, count);
        }
    }
    Ok(())
}

/// Notes that all last days have to be worked out anew.
///
/// # Errors
/// When the database does not take it.
pub async fn note_moved(tx: &mut Transaction) -> Result<(), DbError> {
    let number = store::round(tx).await?.map_or(0, |round| round.number) + 1;
    store::begin_round(tx, store::Round { number, place: Some(0) }).await
}

/// Works out the last days that are noted to have moved; how many complaints were looked at. A server that was stopped
/// goes on where it was. The calendar is read after the round: of two that work at once, the one whose calendar has
/// become old meanwhile finds its round over and leaves nothing behind.
///
/// # Errors
/// When the database does not take it.
pub async fn renew_dues(db: &Database) -> Result<u64, DbError> {
    let (mut seen, mut known) = (0, None);
    while let Some(round) = store::round(&mut db.read().await?).await? {
        let Some(place) = round.place else { break };
        let settings = match &known {
            Some((number, settings)) if *number == round.number => Arc::clone(settings),
            _ => {
                let settings = Arc::new(Settings::load(&mut db.read().await?).await?);
                known = Some((round.number, Arc::clone(&settings)));
                settings
            }
        };
        let page = db.write(move |tx| Box::pin(async move { renew_page(tx, &settings, round, place).await }));
        seen += match page.await {
            Ok(count) => count,
            Err(Passed::Over) => 0,
            Err(Passed::Failed(error)) => return Err(error),
        };
    }
    Ok(seen)
}

/// Why a page of last days was not kept.
enum Passed {
    /// Another was faster, or the calendar has changed once more.
    Over,
    /// The database did not take it.
    Failed(DbError),
}

impl From<DbError> for Passed {
    fn from(error: DbError) -> Self {
        Self::Failed(error)
    }
}

async fn renew_page(
    tx: &mut Transaction,
    settings: &Settings,
    round: store::Round,
    place: i64,
) -> Result<u64, Passed> {
    let ids = store::open_after(tx, place, PAGE).await?;
    for id in &ids {
        if let Some(mut complaint) = complaints::by_id(tx, *id).await? {
            due::renew(tx, settings, &mut complaint).await?;
        }
    }
    let next = store::Round { place: ids.last().copied(), ..round };
    if store::advance(tx, round, next).await? { Ok(ids.len() as u64) } else { Err(Passed::Over) }
}
