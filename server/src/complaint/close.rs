//! Closing what was answered and not replied to: when the reply window has passed, time alone closes it.

use shared::calendar::Day;
use shared::complaint::{Action, Actor, Refusal};
use shared::regulation;

use super::store::{self, Complaint};
use super::view::reply_until;
use super::{AdvanceError, Changes, Step, apply, receipt, record};
use crate::error::Error;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Closes every complaint whose reply window ended before today; how many.
pub async fn expired(state: &AppState) -> Result<u64, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let Some(window) = shortest_window(&settings) else { return Ok(0) };
    // A window of so many working days lasts at least as many days.
    let since = today.plus(-window);
    let answered = store::answered(&mut state.db.read().await?, since).await?;
    let mut closed = 0;
    for complaint in answered.iter().filter(|complaint| is_over(&settings, complaint, today)) {
        closed += u64::from(close(state, complaint).await?);
    }
    Ok(closed)
}

/// The fewest working days that any profile gives the reporter.
fn shortest_window(settings: &Settings) -> Option<i32> {
    let limits = settings.profiles.iter().flat_map(|profile| &profile.limits);
    let windows =
        limits.filter(|limit| limit.step == regulation::Step::ReplyWindow).map(|limit| limit.working_days);
    windows.min().and_then(|days| i32::try_from(days).ok())
}

fn is_over(settings: &Settings, complaint: &Complaint, today: Day) -> bool {
    // The window runs from the answer alone, so the times before it are not needed.
    reply_until(&receipt::deadlines(settings, complaint, &[])).is_some_and(|until| today > until)
}

/// Closes one, unless anything has happened to it since it was read.
async fn close(state: &AppState, seen: &Complaint) -> Result<bool, Error> {
    let (settings, at) = (state.settings(), state.clock.now());
    let (id, version) = (seen.id, seen.version);
    let closed = state.db.write(move |tx| {
        Box::pin(async move {
            let mut complaint = store::take(tx, id).await?;
            if complaint.version != version + 1 {
                return Err(AdvanceError::Refused(Refusal::NotNow));
            }
            let mut changes = Changes::default();
            let step = Step::new(Actor::Clock, Action::CloseByTime, at);
            apply(tx, &settings, &mut complaint, step, &mut changes).await?;
            Ok(record(tx, changes).await?)
        })
    });
    match closed.await {
        Ok(_) => Ok(true),
        Err(AdvanceError::Refused(_)) => Ok(false),
        Err(AdvanceError::Database(error)) => Err(error.into()),
        Err(other) => Err(Error::internal(other)),
    }
}
