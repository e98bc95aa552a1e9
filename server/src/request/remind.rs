//! Telling the PPID how much time is left: before a last day whoever answers or decides, after it the province's PPID, too. Each
//! is told once for each last day.

use shared::access::Role;
use shared::calendar::Day;
use shared::complaint::desk::MessageKind;
use shared::request::RequestStep;

use super::store::{self, Place, Request};
use super::{due, story};
use crate::error::Error;
use crate::platform::access;
use crate::platform::db::{DbError, Transaction};
use crate::platform::outbox::{self, About, NewMessage};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Requests of one transaction.
const PAGE: i64 = 100;

/// Tells of all that are due soon or late; what has been told is not told again.
///
/// # Errors
/// When the database does not take it.
pub async fn all(state: &AppState) -> Result<(), Error> {
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let horizon = settings.holidays.add_working_days(today, settings.escalation.soon);
    let mut place = Place { due_on: String::new(), id: 0 };
    loop {
        let seen = store::due_by(&mut state.db.read().await?, horizon, &place, PAGE).await?;
        let Some(last) = seen.last() else { return Ok(()) };
        place = Place { due_on: last.due_on.map(|day| day.to_string()).unwrap_or_default(), id: last.id };
        let settings = settings.clone();
        let done = state.db.write(move |tx| {
            Box::pin(async move {
                for request in &seen {
                    remind(tx, &settings, request, today, at).await?;
                }
                Ok::<_, DbError>(())
            })
        });
        done.await?;
    }
}

async fn remind(
    tx: &mut Transaction,
    settings: &Settings,
    seen: &Request,
    today: Day,
    at: jiff::Timestamp,
) -> Result<(), DbError> {
    let course = story::load(tx, seen.id).await?.course(seen);
    let Some((step, due_on)) = due::next(settings, &course, seen.stage) else { return Ok(()) };
    let kind = match (step, today > due_on) {
        (RequestStep::Decision, true) => MessageKind::ObjectionLate,
        (RequestStep::Decision, false) => MessageKind::ObjectionDue,
        (_, true) => MessageKind::RequestLate,
        (_, false) => MessageKind::RequestDue,
    };
    for account_id in recipients(tx, seen, kind).await? {
        let new = NewMessage { kind, about: About::Request(seen.id), account_id, due_on: Some(due_on) };
        outbox::send(tx, &new, at).await?;
    }
    Ok(())
}

/// Whom it is told to. An agency that has named nobody is reached through the province's PPID.
async fn recipients(tx: &mut Transaction, request: &Request, kind: MessageKind) -> Result<Vec<i64>, DbError> {
    if matches!(kind, MessageKind::ObjectionDue | MessageKind::ObjectionLate) {
        return access::with_role(tx, Role::PpidSuperior, None).await;
    }
    let mut all = match request.agency.as_deref() {
        Some(agency) => access::with_role(tx, Role::PpidAgency, Some(agency)).await?,
        None => Vec::new(),
    };
    if all.is_empty() || kind == MessageKind::RequestLate {
        all.extend(access::with_role(tx, Role::PpidMain, None).await?);
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
