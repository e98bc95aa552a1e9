//! Erasing who asked for information and what they wrote: at the end of its time, or on a rightful request. Number, days, stage,
//! outcome and the chain of events stay whole, and so do the register and the report.

mod store;

pub mod asked;

use jiff::Timestamp;
use shared::calendar::Day;
use shared::protection::months_before;

use crate::error::Error;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::ledger::Movements;
use crate::state::AppState;
use store::Due;

/// Requests of one transaction.
const PAGE: i64 = 50;

/// Why, by whom and when.
#[derive(Clone, Debug)]
struct Erasing {
    /// A stable word: `retention` or `request`.
    why: &'static str,
    actor: &'static str,
    by: Option<i64>,
    reason: Option<String>,
    at: Timestamp,
    day: Day,
}

/// Erases what is past its time; how many requests that was.
///
/// # Errors
/// When the database does not take it.
pub async fn expired(state: &AppState) -> Result<u64, Error> {
    let settings = state.settings();
    let (at, day) = (state.clock.now(), settings.today(&state.clock));
    let kept = settings.request_retention;
    let before = |months| months_before(day, months).date();
    let days = (before(kept.applicant_months), before(kept.words_months));
    let erasing = Erasing { why: "retention", actor: "clock", by: None, reason: None, at, day };
    let (mut after, mut count) = (0, 0);
    loop {
        let due = store::due(&mut state.db.read().await?, days, after, PAGE).await?;
        let Some(last) = due.last() else { break };
        after = last.id;
        let erasing = erasing.clone();
        let done = state.db.write(move |tx| {
            Box::pin(async move {
                let mut erased = 0;
                for one in &due {
                    erased += u64::from(erase(tx, one, &erasing).await?);
                }
                Ok::<_, DbError>(erased)
            })
        });
        count += done.await?;
    }
    if count > 0 {
        scrub(state).await?;
    }
    Ok(count)
}

/// Erases parts of a request and records that; whether any was still there.
async fn erase(tx: &mut Transaction, due: &Due, erasing: &Erasing) -> Result<bool, DbError> {
    let mut parts = Vec::new();
    if due.applicant && store::forget_applicant(tx, due.id).await? {
        parts.push("identity");
    }
    if due.words && store::forget_words(tx, due.id, &due.number, erasing.day).await? {
        parts.push("words");
    }
    if parts.is_empty() {
        return Ok(false);
    }
    let mut event = NewEvent::new(None, erasing.at, erasing.day, erasing.actor, "request_erased")
        .with("request", due.number.as_str())
        .with("parts", parts)
        .with("why", erasing.why);
    if let Some(account) = erasing.by {
        event = event.with("by", account);
    }
    if let Some(reason) = &erasing.reason {
        event = event.with_text("note", reason.as_str());
    }
    event::record(tx, vec![event], &Movements::default()).await?;
    Ok(true)
}

/// What is erased lies on the disk until its place is written over; this writes over it.
async fn scrub(state: &AppState) -> Result<(), Error> {
    Ok(state.db.scrub(store::ERASED_FROM).await?)
}
