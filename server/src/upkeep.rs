//! What is done every hour, beside the requests.

use std::time::Duration;

use crate::{
    complaint::{self, calendar, close, erase, hold, remind},
    error::Error,
    information,
    platform::{access, files, idempotency, outbox},
    request,
    state::AppState,
};

/// How often.
const PERIOD: Duration = Duration::from_secs(60 * 60);

/// How often what waits to be mailed is looked for.
const MAIL_PERIOD: Duration = Duration::from_secs(60);

/// How long a repeated filing still finds its first answer: a phone may be offline for weeks.
const KEEP_ANSWERS: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// Does it at once and every hour from then on, until the server stops.
pub async fn run(state: AppState) {
    let mut ticks = tokio::time::interval(PERIOD);
    let mut told = std::pin::pin!(state.stop.told());
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = &mut told => return,
        }
        if let Err(error) = once(&state).await {
            tracing::warn!(%error, "not everything could be done; trying again in an hour");
        }
    }
}

/// Mails what waits at once and every minute from then on, until the server stops; nothing where there is no mail server.
pub async fn post(state: AppState) {
    let mut ticks = tokio::time::interval(MAIL_PERIOD);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut told = std::pin::pin!(state.stop.told());
    while state.mail.is_some() {
        tokio::select! {
            _ = ticks.tick() => {}
            () = &mut told => return,
        }
        match deliver(&state).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "mailed"),
            Err(error) => tracing::warn!(%error, "mail could not be looked for; trying again in a minute"),
        }
    }
}

/// Asks the links of public information at once and every hour from then on, until the server stops; nothing where that is
/// not switched on. Nothing else waits for other sites.
pub async fn ask(state: AppState) {
    let mut ticks = tokio::time::interval(PERIOD);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut told = std::pin::pin!(state.stop.told());
    while state.reach.is_some() {
        tokio::select! {
            _ = ticks.tick() => {}
            () = &mut told => return,
        }
        match information::link::round(&state).await {
            Ok(0) => {}
            Ok(asked) => tracing::info!(asked, "asked links of public information"),
            Err(error) => tracing::warn!(%error, "links could not be asked; trying again in an hour"),
        }
    }
}

/// Mails what waits now; how many letters were taken.
pub async fn deliver(state: &AppState) -> Result<u64, Error> {
    let Some(mail) = &state.mail else { return Ok(0) };
    Ok(outbox::deliver(&state.db, &state.keys, mail, state.clock.now()).await?)
}

/// Closes what was answered and not replied to in time, leaves to be reviewed what was excluded for a term that has ended, and
/// removes uploads that nobody named and answers that nobody will ask for again.
pub async fn once(state: &AppState) -> Result<(), Error> {
    let closed = close::expired(state).await?;
    if closed > 0 {
        tracing::info!(closed, "closed complaints whose reply window has passed");
    }
    let now = state.clock.now();
    complaint::fill(&state.db, &state.settings()).await?;
    calendar::renew_dues(&state.db).await?;
    let erased = erase::due::expired(state).await?;
    if erased > 0 {
        tracing::info!(erased, "erased what is past its time");
    }
    let erased = request::erase::expired(state).await?;
    if erased > 0 {
        tracing::info!(erased, "erased what is past its time in requests for information");
    }
    let released = hold::release(state).await?;
    if released > 0 {
        tracing::info!(released, "cases whose people are gone are nobody's now");
    }
    let lapsed = information::consequence::lapse::ended(state).await?;
    if lapsed > 0 {
        tracing::info!(lapsed, "terms of what is excluded have ended");
    }
    let reminded = remind::all(state).await?;
    request::remind::all(state).await?;
    information::remind::all(state).await?;
    tracing::debug!(reminded, "told how much time is left");
    state.db.write(move |tx| Box::pin(async move { outbox::forget(tx, now).await })).await?;
    let ended = state.db.write(move |tx| Box::pin(async move { access::sweep(tx, now).await })).await?;
    tracing::debug!(ended, "forgot sessions that had ended");
    let swept = files::sweep(&state.db, &state.files, now).await.map_err(Error::internal)?;
    let before = now.checked_sub(KEEP_ANSWERS).unwrap_or(now);
    let forgotten = state
        .db
        .write(move |tx| Box::pin(async move { idempotency::forget_before(tx, before).await }))
        .await?;
    if swept.expired + swept.strays + forgotten > 0 {
        let (expired, strays) = (swept.expired, swept.strays);
        tracing::info!(expired, strays, forgotten, "cleaned up");
    }
    Ok(())
}
