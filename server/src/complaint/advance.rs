//! Moving a complaint on: the state machine of `shared` decides, and one transaction writes what follows.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::{Action, Actor, ArchiveReason, EntryKind, Outcome, Refusal, Stage, next_stage};

use super::store::{self, Complaint, Target};
use super::{due, sample, turned};
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent, Recorded};
use crate::platform::ledger::Movements;
use crate::platform::outbox;
use crate::platform::settings::Settings;

/// One step of a complaint's life.
#[derive(Clone, Debug)]
pub struct Step {
    /// Who.
    pub actor: Actor,
    /// What.
    pub action: Action,
    /// The agency, for a disposition.
    pub agency: Option<String>,
    /// The reason, for archiving.
    pub archive_reason: Option<ArchiveReason>,
    /// What an answer brings.
    pub outcome: Option<Outcome>,
    /// The last day of what an answer promises.
    pub promised_on: Option<Day>,
    /// What was written with it.
    pub text: Option<String>,
    /// What was written with it for the staff alone.
    pub note: Option<String>,
    /// The account of who made it, where it was one of the staff.
    pub by: Option<i64>,
    /// When.
    pub at: Timestamp,
}

impl Step {
    /// A step without words.
    pub fn new(actor: Actor, action: Action, at: Timestamp) -> Self {
        Self {
            actor,
            action,
            agency: None,
            archive_reason: None,
            outcome: None,
            promised_on: None,
            text: None,
            note: None,
            by: None,
            at,
        }
    }

    /// Adds the agency it is disposed to.
    pub fn to_agency(mut self, key: impl Into<String>) -> Self {
        self.agency = Some(key.into());
        self
    }

    /// Adds words, which are kept beside the event and can be erased.
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}

/// Events and movements that a transaction has made so far. [`record`] enters them, once, at its end.
#[derive(Debug, Default)]
pub struct Changes {
    /// What happened, in order.
    pub events: Vec<NewEvent>,
    /// What it changes in the recap.
    pub movements: Movements,
}

/// Why a step was not made.
#[derive(Debug, thiserror::Error)]
pub enum AdvanceError {
    /// The state machine refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A disposition needs a known agency.
    #[error("a disposition needs a known agency")]
    AgencyRequired,
    /// The database.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Makes one step and records it under its own revision. The complaint afterwards.
pub async fn advance(
    tx: &mut Transaction,
    settings: &Settings,
    id: i64,
    step: Step,
) -> Result<(Complaint, Recorded), AdvanceError> {
    let mut complaint = store::take(tx, id).await?;
    let mut changes = Changes::default();
    apply(tx, settings, &mut complaint, step, &mut changes).await?;
    let recorded = record(tx, changes).await?;
    Ok((complaint, recorded))
}

/// Enters changes into the chain and the ledger, and tells reporters and followers who want that. Last in a transaction.
pub async fn record(tx: &mut Transaction, changes: Changes) -> Result<Recorded, DbError> {
    for event in &changes.events {
        if let Some(id) = event.complaint_id
            && let Ok(kind) = event.kind.parse()
        {
            // Who has turned it into a request hears of the request.
            let is_own = kind == EntryKind::Archived && event.actor == actor_word(Actor::Reporter);
            if outbox::is_told(kind) && !is_own {
                outbox::tell_reporter(tx, id, kind, event.at).await?;
            }
            if outbox::is_news(kind) {
                outbox::tell_followers(tx, id, kind, event.at).await?;
            }
        }
    }
    event::record(tx, changes.events, &changes.movements).await
}

/// Makes one step of a complaint that this transaction has taken, and leaves recording it to the caller.
pub async fn apply(
    tx: &mut Transaction,
    settings: &Settings,
    complaint: &mut Complaint,
    step: Step,
    changes: &mut Changes,
) -> Result<(), AdvanceError> {
    let stage = next_stage(step.actor, step.action, complaint.cell.stage, complaint.sealed)?;
    let agency = match step.action {
        Action::Dispose => {
            let known = step.agency.filter(|key| settings.agency(key).is_some());
            Some(known.ok_or(AdvanceError::AgencyRequired)?)
        }
        // Sent back, it is nobody's until it is disposed again.
        Action::Return => None,
        _ => complaint.cell.agency.clone(),
    };
    let archive_reason = match step.action {
        Action::Withdraw => Some(ArchiveReason::Withdrawn),
        Action::BecomeRequest => Some(ArchiveReason::Requested),
        Action::Archive => Some(step.archive_reason.unwrap_or(ArchiveReason::Other)),
        _ => None,
    };
    // Around midnight, or after a clock was set back, the step may seem to come before the stage it ends.
    let day = settings.day_of(step.at).max(complaint.stage_since);
    let kind = entry_kind(step.action);
    let mut event = NewEvent::new(Some(complaint.id), step.at, day, actor_word(step.actor), kind.as_str())
        .with("from", complaint.cell.stage.as_str())
        .with("stage", stage.as_str());
    if let Some(key) = agency.as_deref().filter(|_| step.action == Action::Dispose) {
        event = event.with("agency", key);
    }
    if let Some(reason) = archive_reason {
        event = event.with("archive_reason", reason.as_str());
    }
    if let Some(outcome) = step.outcome {
        event = event.with("outcome", outcome.as_str());
    }
    if let Some(promised_on) = step.promised_on {
        event = event.with("promised_on", promised_on.to_string());
    }
    if let Some(account) = step.by {
        event = event.with("by", account);
    }
    let is_drawn = stage == Stage::Closed
        && !complaint.sealed
        && sample::is_drawn(settings.sample_percent, complaint.id, step.at);
    if is_drawn {
        event = event.with("sampled", true);
    }
    if let Some(text) = step.text {
        event = event.with_text("text", text);
    }
    if let Some(note) = step.note {
        event = event.with_text("note", note);
    }
    let target = Target { stage, agency, archive_reason, promised_on: step.promised_on };
    store::move_to(tx, complaint, target, day, &settings.holidays, &mut changes.movements).await?;
    if is_drawn {
        sample::draw(tx, complaint).await?;
    }
    if step.action == Action::Postpone {
        // Whatever it waited for before, now it waits for what is asked this time.
        turned::stop(tx, complaint.id).await?;
    }
    changes.events.push(event);
    due::renew(tx, settings, complaint).await?;
    debug_assert!(complaint.cell.stage != Stage::Archived || complaint.archive_reason.is_some());
    Ok(())
}

const fn entry_kind(action: Action) -> EntryKind {
    match action {
        Action::Verify => EntryKind::Verified,
        Action::Postpone => EntryKind::Postponed,
        Action::Resume => EntryKind::Resumed,
        Action::Dispose => EntryKind::Disposed,
        Action::Return => EntryKind::Returned,
        Action::Begin => EntryKind::Begun,
        Action::Answer => EntryKind::Answered,
        Action::Accept => EntryKind::Accepted,
        Action::Refuse => EntryKind::Refused,
        Action::CloseByTime => EntryKind::ClosedByTime,
        Action::Reopen => EntryKind::Reopened,
        Action::Withdraw => EntryKind::Withdrawn,
        Action::Archive | Action::BecomeRequest => EntryKind::Archived,
    }
}

/// The office behind an actor; persons come with accounts.
pub const fn actor_word(actor: Actor) -> &'static str {
    match actor {
        Actor::Reporter => "reporter",
        Actor::Coordinator => "coordinator",
        Actor::Inspectorate => "inspectorate",
        Actor::Agency => "agency",
        Actor::Sampler => "sampler",
        Actor::Clock => "clock",
    }
}
