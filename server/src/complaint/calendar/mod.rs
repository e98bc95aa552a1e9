//! What follows when the calendar or a profile changes: paces that were counted by it, and last days that rest on it.

mod store;

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
    store::set_place(tx, 0).await
}

/// Works out the last days that are noted to have moved; how many complaints were looked at. A server that was stopped
/// goes on where it was.
///
/// # Errors
/// When the database does not take it.
pub async fn renew_dues(db: &Database, settings: &Settings) -> Result<u64, DbError> {
    let mut seen = 0;
    while let Some(place) = store::place(&mut db.read().await?).await? {
        let settings = settings.clone();
        let page = db.write(move |tx| {
            Box::pin(async move {
                let ids = store::open_after(tx, place, PAGE).await?;
                for id in &ids {
                    if let Some(mut complaint) = complaints::by_id(tx, *id).await? {
                        due::renew(tx, &settings, &mut complaint).await?;
                    }
                }
                // Changed once more meanwhile, it begins anew.
                if store::place(tx).await? == Some(place) {
                    match ids.last() {
                        Some(last) => store::set_place(tx, *last).await?,
                        None => store::forget_place(tx).await?,
                    }
                }
                Ok::<_, DbError>(ids.len() as u64)
            })
        });
        seen += page.await?;
    }
    Ok(seen)
}
