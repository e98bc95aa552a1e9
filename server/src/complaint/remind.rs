//! Telling the staff how much time is left: before a last day whoever works the case, after it they and, step by step,
//! those who answer for them. Each step is told once for each last day.

use shared::access::Role;
use shared::calendar::Day;
use shared::complaint::Stage;
use shared::complaint::desk::MessageKind;
use shared::setup::Escalation;

use super::store::{self, Complaint};
use crate::error::Error;
use crate::platform::access;
use crate::platform::db::{DbError, Transaction};
use crate::platform::outbox::{self, About, NewMessage};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Complaints of one transaction.
const PAGE: i64 = 100;

/// How far lateness goes; each level has its message.
const LEVELS: [MessageKind; 4] =
    [MessageKind::DueSoon, MessageKind::Late, MessageKind::LateToOfficer, MessageKind::LateToCoordinator];

/// Tells what has not been told yet; how many complaints that was.
pub async fn all(state: &AppState) -> Result<u64, Error> {
    let settings = state.settings();
    let (at, today) = (state.clock.now(), settings.today(&state.clock));
    let horizon = settings.holidays.add_working_days(today, settings.escalation.soon);
    let (mut place, mut told) = ((String::new(), 0), 0);
    loop {
        let seen = store::due_by(&mut state.db.read().await?, horizon, (&place.0, place.1), PAGE).await?;
        let Some(last) = seen.last() else { return Ok(told) };
        place = (last.due_on.map(|day| day.to_string()).unwrap_or_default(), last.id);
        let due: Vec<_> = seen.iter().filter(|one| level(&settings, one, today) > one.told).collect();
        if due.is_empty() {
            continue;
        }
        let ids: Vec<_> = due.iter().map(|one| one.id).collect();
        let settings = settings.clone();
        told += state
            .db
            .write(move |tx| {
                Box::pin(async move {
                    let mut count = 0;
                    for id in ids {
                        count += u64::from(remind(tx, &settings, id, today, at).await?);
                    }
                    Ok::<_, DbError>(count)
                })
            })
            .await?;
    }
}

/// The level that a complaint has reached on a day.
fn level(settings: &Settings, complaint: &Complaint, today: Day) -> i64 {
    let Some(due_on) = complaint.due_on else { return 0 };
    if today <= due_on {
        let left = settings.holidays.working_days_between(today, due_on);
        return i64::from(left <= settings.escalation.soon);
    }
    let late = settings.holidays.working_days_between(due_on, today);
    let Escalation { officer, coordinator, .. } = settings.escalation;
    2 + i64::from(late >= officer) + i64::from(late >= coordinator.max(officer))
}

/// Tells of one, unless it has moved on since it was seen.
async fn remind(
    tx: &mut Transaction,
    settings: &Settings,
    id: i64,
    today: Day,
    at: jiff::Timestamp,
) -> Result<bool, DbError> {
    let Some(complaint) = store::by_id(tx, id).await? else { return Ok(false) };
    let Some(due_on) = complaint.due_on else { return Ok(false) };
    let level = level(settings, &complaint, today);
    if level <= complaint.told {
        return Ok(false);
    }
    for (reached, kind) in (1..).zip(LEVELS) {
        // What was slept through is not told any more, except to those who hear of it for the first time.
        let is_told = reached > complaint.told && reached <= level;
        let is_outdone = kind == MessageKind::DueSoon && level > 1;
        if !is_told || is_outdone {
            continue;
        }
        for account_id in recipients(tx, &complaint, kind).await? {
            let new = NewMessage { kind, about: About::Complaint(id), account_id, due_on: Some(due_on) };
            outbox::send(tx, &new, at).await?;
        }
    }
    store::set_told(tx, id, due_on, level).await?;
    Ok(true)
}

/// Whom a level is told to. The coordinator's own work and the sealed lane have nobody above them here.
async fn recipients(
    tx: &mut Transaction,
    complaint: &Complaint,
    kind: MessageKind,
) -> Result<Vec<i64>, DbError> {
    let agency = complaint.cell.agency.as_deref();
    let is_agencys = matches!(complaint.cell.stage, Stage::Disposed | Stage::InProgress);
    let is_first = matches!(kind, MessageKind::DueSoon | MessageKind::Late);
    match kind {
        _ if is_first && complaint.assigned_to.is_some() => Ok(complaint.assigned_to.into_iter().collect()),
        _ if complaint.sealed && is_first => access::with_role(tx, Role::Inspectorate, None).await,
        _ if complaint.sealed => Ok(Vec::new()),
        _ if !is_agencys && is_first => access::with_role(tx, Role::Coordinator, None).await,
        _ if !is_agencys => Ok(Vec::new()),
        MessageKind::LateToOfficer => access::with_role(tx, Role::ResponsibleOfficer, agency).await,
        MessageKind::LateToCoordinator => access::with_role(tx, Role::Coordinator, None).await,
        _ => {
            let liaisons = access::with_role(tx, Role::Liaison, agency).await?;
            if liaisons.is_empty() {
                // An agency that has named nobody is reached through who answers for it.
                return access::with_role(tx, Role::ResponsibleOfficer, agency).await;
            }
            Ok(liaisons)
        }
    }
}
