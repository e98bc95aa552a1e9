//! Telling the PPID that a term comes to its end: of what is excluded, and of the time for which an entry is kept. Each once for
//! each end.

use shared::access::Role;
use shared::calendar::Day;
use shared::complaint::desk::MessageKind;
use shared::information::needs_on;

use super::{consequence, store};
use crate::error::Error;
use crate::platform::access;
use crate::platform::db::{DbError, Transaction};
use crate::platform::outbox::{self, About, NewMessage};
use crate::state::AppState;

/// Rows of one transaction.
const PAGE: i64 = 100;
/// What ended longer ago than so many days is no news: a list that is imported may hold thousands of those.
const DAYS: i32 = 7;

/// A term that comes to its end, or has.
pub(super) struct Ending {
    /// The row.
    pub id: i64,
    /// The key of the agency.
    pub agency: String,
    /// The last day.
    pub ends_on: Day,
}

/// Tells of all of them; what has been told is not told again.
///
/// # Errors
/// When the database does not take it.
pub async fn all(state: &AppState) -> Result<(), Error> {
    let today = state.settings().today(&state.clock);
    let span = (today.plus(-DAYS), needs_on(today).1);
    let mut after = 0;
    loop {
        let ending = consequence::terms_ending(&mut state.db.read().await?, span, after, PAGE).await?;
        let Some(last) = ending.last().map(|one| one.id) else { break };
        after = last;
        tell(state, MessageKind::ExclusionEnds, About::Test, ending).await?;
    }
    after = 0;
    loop {
        let ending = store::ending(&mut state.db.read().await?, span, after, PAGE).await?;
        let Some(last) = ending.last().map(|one| one.id) else { break };
        after = last;
        tell(state, MessageKind::KeepingEnds, About::Information, ending).await?;
    }
    Ok(())
}

async fn tell(
    state: &AppState,
    kind: MessageKind,
    about: fn(i64) -> About,
    ending: Vec<Ending>,
) -> Result<(), DbError> {
    let at = state.clock.now();
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            for Ending { id, agency, ends_on } in ending {
                for account_id in recipients(tx, &agency, kind).await? {
                    let new = NewMessage { kind, about: about(id), account_id, due_on: Some(ends_on) };
                    outbox::send(tx, &new, at).await?;
                }
            }
            Ok::<_, DbError>(())
        })
    });
    done.await
}

/// The agency's PPID; the province's, who decides, where something stays excluded or nobody else is there.
async fn recipients(tx: &mut Transaction, agency: &str, kind: MessageKind) -> Result<Vec<i64>, DbError> {
    let mut all = access::with_role(tx, Role::PpidAgency, Some(agency)).await?;
    if all.is_empty() || kind == MessageKind::ExclusionEnds {
        all.extend(access::with_role(tx, Role::PpidMain, None).await?);
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
