//! What people have in hand, and that it becomes nobody's once they do not work there any more: their account was
//! deactivated, or their role is another one now. Who comes next finds it among what nobody has.

mod store;

use shared::complaint::Actor;

use super::advance::{Changes, actor_word, record};
use super::sample;
use super::store::{assign, take};
use crate::error::Error;
use crate::platform::db::DbError;
use crate::platform::event::NewEvent;
use crate::state::AppState;

/// Complaints of one transaction.
const PAGE: i64 = 100;

/// Lets go of it; how many complaints that was.
///
/// # Errors
/// When the database does not take it.
pub async fn release(state: &AppState) -> Result<u64, Error> {
    let settings = state.settings();
    let (at, day) = (state.clock.now(), settings.today(&state.clock));
    let mut released = 0;
    loop {
        let left = store::left(&mut state.db.read().await?, PAGE).await?;
        if left.is_empty() {
            return Ok(released);
        }
        let done = state.db.write(move |tx| {
            Box::pin(async move {
                let (mut changes, mut count) = (Changes::default(), 0);
                for id in left {
                    // It may have moved on since it was read.
                    let (worker, checker) = store::gone(tx, id).await?;
                    if !worker && !checker {
                        continue;
                    }
                    let mut complaint = take(tx, id).await?;
                    if worker {
                        let actor = actor_word(Actor::Clock);
                        changes.events.push(NewEvent::new(Some(id), at, day, actor, "let_go"));
                        assign(tx, &mut complaint, None).await?;
                    }
                    if checker {
                        sample::draw(tx, &mut complaint).await?;
                    }
                    count += 1;
                }
                record(tx, changes).await?;
                Ok::<u64, DbError>(count)
            })
        });
        let count = done.await?;
        if count == 0 {
            return Ok(released);
        }
        released += count;
    }
}
