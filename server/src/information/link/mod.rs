//! Whether the links of public entries still lead somewhere: asked now and then, a few at a time (ADR 31).

mod store;

pub(super) use store::DEAD;

use std::time::Duration;

use futures_util::{StreamExt, stream};
use jiff::Timestamp;

use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::reach::{Asked, Reach};
use crate::state::AppState;
use store::Linked;

/// How long a link that was found is left alone: a week, less what an hourly round may be late.
const REST: Duration = Duration::from_secs(7 * 24 * 60 * 60 - 60 * 60);
/// How long one that failed is: a site may be mended for a night, and the next day shall tell.
const REST_OF_FAILED: Duration = Duration::from_secs(20 * 60 * 60);
/// Links of one round at most.
const ROUND: i64 = 100;
/// Links whose answers are kept together.
const TURN: usize = 20;
/// Links that are asked at once.
const AT_ONCE: usize = 4;

/// Asks those whose turn it is and keeps what they answered; how many were asked. Nothing where links are not to be checked.
///
/// # Errors
/// When the database cannot be read or written. What another site does is no error.
pub async fn round(state: &AppState) -> Result<u64, Error> {
    let Some(reach) = &state.reach else { return Ok(0) };
    let (now, today) = (state.clock.now(), state.settings().today(&state.clock));
    let before = |rest| now.checked_sub(rest).unwrap_or(Timestamp::UNIX_EPOCH);
    let rested = (before(REST), before(REST_OF_FAILED));
    let due = store::due(&mut state.db.read().await?, rested, today, ROUND).await?;
    let count = due.len() as u64;
    let mut told = std::pin::pin!(state.stop.told());
    for turn in due.chunks(TURN) {
        let asked = tokio::select! {
            asked = ask(reach, turn) => asked,
            () = &mut told => break,
        };
        state
            .db
            .write(move |tx| {
                Box::pin(async move {
                    for (one, asked) in &asked {
                        store::keep(tx, one, *asked, today, now).await?;
                    }
                    Ok::<_, DbError>(())
                })
            })
            .await?;
    }
    Ok(count)
}

async fn ask(reach: &Reach, turn: &[Linked]) -> Vec<(Linked, Asked)> {
    let questions = turn.iter().cloned().map(|one| async move {
        let asked = reach.ask(&one.link).await;
        (one, asked)
    });
    stream::iter(questions).buffer_unordered(AT_ONCE).collect().await
}
