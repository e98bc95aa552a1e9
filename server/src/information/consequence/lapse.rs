//! The end of a term: what was excluded until a day is to be reviewed from the next one on. It becomes public by a decision
//! alone.

use super::record::Change;
use super::store;
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::event;
use crate::platform::ledger::Movements;
use crate::state::AppState;

/// Tests of one transaction.
const PAGE: i64 = 100;

/// Leaves all of those to be reviewed; how many.
///
/// # Errors
/// When the database does not take it.
pub async fn ended(state: &AppState) -> Result<u64, Error> {
    let (at, today) = (state.clock.now(), state.settings().today(&state.clock));
    let mut lapsed = 0;
    loop {
        let ended = store::ended(&mut state.db.read().await?, today, PAGE).await?;
        let done = state.db.write(move |tx| {
            Box::pin(async move {
                let mut events = Vec::new();
                for id in ended {
                    // It may have been decided anew since it was read.
                    if store::lapse(tx, id, today, at).await?
                        && let Some(stored) = store::stored(tx, id).await?
                    {
                        events.push(Change::of_clock(at, today).event(&stored, "consequence_lapsed"));
                    }
                }
                let count = events.len() as u64;
                if count > 0 {
                    event::record(tx, events, &Movements::default()).await?;
                }
                Ok::<u64, DbError>(count)
            })
        });
        match done.await? {
            0 => return Ok(lapsed),
            count => lapsed += count,
        }
    }
}
