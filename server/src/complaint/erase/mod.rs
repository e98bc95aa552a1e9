//! Erasing what people wrote: at the end of its time, or on a rightful request. Code, stage, figures and the chain of events
//! stay whole; identity, files and words are gone from the database and the disk.

mod store;

pub mod due;
pub mod request;

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::desk::ErasedPart;

use super::store::{Complaint, take};
use super::{Changes, follow, photo, publication, record};
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::{files, search};

/// Why, by whom and when.
#[derive(Clone, Debug)]
struct Erasing {
    parts: Vec<ErasedPart>,
    /// A stable word: `retention` or `request`.
    why: &'static str,
    actor: &'static str,
    by: Option<i64>,
    reason: Option<String>,
    at: Timestamp,
    day: Day,
}

/// Erases parts of a complaint and records that; names of files that are to be removed from the disk after the commit.
async fn erase(tx: &mut Transaction, id: i64, erasing: &Erasing) -> Result<Vec<String>, DbError> {
    let mut complaint = take(tx, id).await?;
    let mut names = Vec::new();
    for part in &erasing.parts {
        match part {
            ErasedPart::Identity => store::forget_identity(tx, id).await?,
            ErasedPart::Files => {
                photo::forget_of_complaint(tx, id).await?;
                names.extend(files::forget_of_complaint(tx, id).await?);
            }
            ErasedPart::Words => names.extend(words(tx, &mut complaint).await?),
        }
    }
    let parts: Vec<&str> = erasing.parts.iter().map(|part| part.as_str()).collect();
    let mut event = NewEvent::new(Some(id), erasing.at, erasing.day, erasing.actor, "erased")
        .with("parts", parts)
        .with("why", erasing.why);
    if let Some(account) = erasing.by {
        event = event.with("by", account);
    }
    if let Some(reason) = &erasing.reason {
        event = event.with_text("note", reason.as_str());
    }
    let changes = Changes { events: vec![event], ..Changes::default() };
    record(tx, changes).await?;
    Ok(names)
}

/// The words of the reporter, of the office, and of everyone who copied them; names of files that go with them.
async fn words(tx: &mut Transaction, complaint: &mut Complaint) -> Result<Vec<String>, DbError> {
    let id = complaint.id;
    let names = if complaint.published { publication::unpublish(tx, complaint).await? } else { Vec::new() };
    store::forget_words(tx, id, complaint.code.as_deref().unwrap_or_default()).await?;
    follow::forget_of_complaint(tx, id).await?;
    search::remove(tx, id).await?;
    Ok(names)
}
