//! What is past its time, erased by the hour.

use shared::complaint::desk::ErasedPart;
use shared::protection::months_before;

use super::store::{self, Due};
use super::{Erasing, erase};
use crate::complaint::actor_word;
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::search;
use crate::state::AppState;
use shared::complaint::Actor;

/// Complaints of one transaction.
const PAGE: i64 = 50;

/// Erases it; how many complaints that was.
///
/// # Errors
/// When the database or the disk does not take it.
pub async fn expired(state: &AppState) -> Result<u64, Error> {
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let kept = settings.retention;
    let before = |months: u32| months_before(today, months).date();
    let days = (before(kept.identity_months), before(kept.files_months), before(kept.words_months));
    let (mut after, mut count) = (0, 0);
    loop {
        let due = store::due(&mut state.db.read().await?, days, after, PAGE).await?;
        let Some(last) = due.last() else { break };
        after = last.id;
        count += due.len() as u64;
        let erased = state.db.write(move |tx| {
            Box::pin(async move {
                let mut names = Vec::new();
                for one in due {
                    let erasing = Erasing {
                        parts: parts(&one),
                        why: "retention",
                        actor: actor_word(Actor::Clock),
                        by: None,
                        reason: None,
                        at,
                        day: today,
                    };
                    names.extend(erase(tx, one.id, &erasing).await?);
                }
                Ok::<_, DbError>(names)
            })
        });
        for name in erased.await? {
            state.files.remove(&name).map_err(Error::internal)?;
        }
    }
    if count > 0 {
        scrub(state).await?;
    }
    Ok(count)
}

/// What is erased lies on the disk until its place is written over; this writes over it.
pub(super) async fn scrub(state: &AppState) -> Result<(), Error> {
    state.db.write(|tx| Box::pin(async move { search::scrub(tx).await })).await?;
    Ok(state.db.scrub(store::ERASED_FROM).await?)
}

fn parts(due: &Due) -> Vec<ErasedPart> {
    let parts = [
        (due.identity, ErasedPart::Identity),
        (due.files, ErasedPart::Files),
        (due.words, ErasedPart::Words),
    ];
    parts.into_iter().filter(|(is_due, _)| *is_due).map(|(_, part)| part).collect()
}
