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
                let (mut erased, mut names) = (0, Vec::new());
                for one in &due {
                    if let Some(files) = erase(tx, one, &erasing).await? {
                        erased += 1;
                        names.extend(files);
                    }
                }
                Ok::<_, DbError>((erased, names))
            })
        });
        let (erased, names) = done.await?;
        count += erased;
        remove(state, &names)?;
    }
    if count > 0 {
        scrub(state).await?;
    }
    Ok(count)
}

/// Erases parts of a request and records that; the names of files that are to go from the disk, and nothing where no part was
/// there any more.
async fn erase(tx: &mut Transaction, due: &Due, erasing: &Erasing) -> Result<Option<Vec<String>>, DbError> {
    let (mut parts, mut names) = (Vec::new(), Vec::new());
    if due.applicant && store::forget_applicant(tx, due.id).await? {
        parts.push("identity");
        names.extend(store::forget_documents(tx, due.id).await?);
    }
    if due.words && store::forget_words(tx, due.id, &due.number, erasing.day).await? {
        parts.push("words");
        names.extend(store::forget_files(tx, due.id).await?);
    }
    if parts.is_empty() {
        return Ok(None);
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
    Ok(Some(names))
}

/// Takes files from the disk that nothing names any more.
fn remove(state: &AppState, names: &[String]) -> Result<(), Error> {
    names.iter().try_for_each(|name| state.files.remove(name).map_err(Error::internal))
}

/// What is erased lies on the disk until its place is written over; this writes over it.
async fn scrub(state: &AppState) -> Result<(), Error> {
    Ok(state.db.scrub(store::ERASED_FROM).await?)
}
