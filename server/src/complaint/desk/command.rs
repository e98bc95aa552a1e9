//! What all commands have in common: who may, on which version, in one transaction, and the case as it stands afterwards.

use axum::http::HeaderMap;
use shared::access::{CaseAction, Rule};
use shared::api::IF_MATCH;
use shared::complaint::desk::{CaseView, CheckOutcome};
use shared::complaint::{Action, Actor, ArchiveReason, Class, EntryKind, Refusal, Stage, TrackingCode};
use shared::problem::{FieldProblem, Problem};
use shared::text::Message;

use super::open::{may, open};
use super::view::{is_now, view};
use crate::complaint::store::{self, Complaint};
use crate::complaint::{AdvanceError, Changes, Step, actor_word, apply, due, record};
use crate::complaint::{publication, sample};
use crate::error::Error;
use crate::platform::access::{Allowed, Staff};
use crate::platform::db::{Connection, DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::files;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// What is to be done, checked as far as that needs no case.
#[derive(Clone, Debug)]
pub(super) enum Command {
    /// A step of the complaint's life.
    Step {
        action: Action,
        agency: Option<String>,
        reason: Option<ArchiveReason>,
        text: Option<String>,
        note: Option<String>,
    },
    /// Corrects what it is, and then, where there is one, makes a step.
    Correct { facts: Facts, then: Option<Action> },
    /// Puts it into the sealed lane.
    Seal { note: String },
    /// Opens title and content.
    Publish { title: String, content: String },
    /// Writes to the reporter.
    Ask { text: String },
    /// Answers, with files.
    Answer { text: String, files: Vec<String> },
    /// Gives it to somebody, by name.
    Assign { account: Option<i64> },
    /// Writes what only the staff read.
    Note { text: String },
    /// Joins it to the one of a code without dashes.
    Merge { into: String, text: String },
    /// Has it checked by somebody.
    Sample { checker: i64 },
    /// Tells what a check found.
    Check { outcome: CheckOutcome, text: Option<String> },
}

impl Command {
    /// A step without words.
    pub(super) fn step(action: Action) -> Self {
        Self::Step { action, agency: None, reason: None, text: None, note: None }
    }
}

/// What a complaint is; each stays as it was where it is absent.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) class: Option<Class>,
    pub(super) sector: Option<String>,
    /// The region and the regency that it lies in.
    pub(super) region: Option<(String, Option<String>)>,
}

/// Reads words that must be there.
pub(super) fn words(field: &str, raw: &str) -> Result<String, Error> {
    let message = Message::parse(raw).map_err(|problem| Error::field(field, problem))?;
    Ok(message.as_str().to_owned())
}

/// Who asks for what to be done with which case, resting on which version.
pub(super) struct Asked {
    staff: Staff,
    code: String,
    version: i64,
    action: CaseAction,
}

impl Asked {
    /// Reads it.
    ///
    /// # Errors
    /// A mistyped code, and a missing or unreadable version.
    pub(super) fn new(
        staff: Staff,
        code: &str,
        headers: &HeaderMap,
        action: CaseAction,
    ) -> Result<Self, Error> {
        let code = TrackingCode::parse(code).map_err(|problem| Error::field("code", problem))?;
        let given = headers.get(IF_MATCH).ok_or_else(|| Error::bad_header(IF_MATCH, Problem::Required))?;
        let given = given.to_str().unwrap_or_default().trim().trim_matches('"');
        let version = given.parse().map_err(|_| Error::bad_header(IF_MATCH, Problem::WrongType))?;
        Ok(Self { staff, code: code.as_str().to_owned(), version, action })
    }

    /// The code without dashes.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// The case as it stands: whoever may not do this with it is told so before anything that is in it.
    pub(super) async fn case(&self, connection: &mut Connection) -> Result<Complaint, Error> {
        open(connection, &self.staff, &self.code, self.action).await
    }
}

/// Does it, all of it or nothing.
///
/// # Errors
/// Not found; the rule that forbids it; the present version where the case has moved on, or its stage does not allow it;
/// problems by field.
pub(super) async fn run(state: &AppState, asked: Asked, command: Command) -> Result<CaseView, Error> {
    let (settings, at) = (state.settings(), state.clock.now());
    let today = settings.today(&state.clock);
    let done = state.db.write(move |tx| {
        Box::pin(async move {
            let seen = store::by_code(tx, &asked.code).await?.ok_or_else(Error::not_found)?;
            // Two that are joined to each other at once would wait for each other: the earlier one is locked first.
            if let Command::Merge { into, .. } = &command
                && let Some(other) = store::by_code(tx, into).await?.filter(|other| other.id < seen.id)
            {
                store::lock(tx, other.id).await?;
            }
            let mut complaint = store::take(tx, seen.id).await?;
            let allowed = may(&asked.staff, asked.action, &complaint).map_err(Error::forbidden_by)?;
            let present = complaint.version - 1;
            if present != asked.version {
                return Err(Error::changed(present));
            }
            if asked.action == CaseAction::Publish && complaint.confidential {
                return Err(Error::forbidden_by(Rule::Confidential));
            }
            if !is_now(asked.action, allowed.actor, &complaint) {
                return Err(Error::changed(present));
            }
            let desk = Desk { settings: &settings, allowed, account: asked.staff.account_id, at };
            let files = desk.perform(tx, &mut complaint, command).await.map_err(|error| match error {
                AdvanceError::Refused(Refusal::NotTheirs) => Error::forbidden_by(Rule::OtherRole),
                AdvanceError::Refused(Refusal::NotNow) => Error::changed(present),
                AdvanceError::AgencyRequired => Error::field("agency", Problem::AgencyRequired),
                AdvanceError::Database(error) => error.into(),
            })?;
            files.map_err(Error::invalid)?;
            // The change may have taken it out of the reach of whoever made it: they see it this once more.
            Ok(view(tx, &settings, &asked.staff, &complaint, today).await?)
        })
    });
    done.await
}

struct Desk<'s> {
    settings: &'s Settings,
    allowed: Allowed,
    account: i64,
    at: jiff::Timestamp,
}

impl Desk<'_> {
    /// Makes the change and records it. The inner error is about what it names: files, another case.
    async fn perform(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        command: Command,
    ) -> Result<Result<(), Vec<FieldProblem>>, AdvanceError> {
        let mut changes = Changes::default();
        let mut named = Vec::new();
        match command {
            Command::Step { action, agency, reason, text, note } => {
                let step = Step { agency, archive_reason: reason, text, note, ..self.step(action) };
                apply(tx, self.settings, complaint, step, &mut changes).await?;
            }
            Command::Correct { facts, then } => {
                self.correct(tx, complaint, facts, then.is_none(), &mut changes).await?;
                if let Some(action) = then {
                    apply(tx, self.settings, complaint, self.step(action), &mut changes).await?;
                }
            }
            Command::Seal { note } => self.seal(tx, complaint, note, &mut changes).await?,
            Command::Publish { title, content } => {
                publication::publish(tx, complaint, &title, &content).await?;
                changes.events.push(self.event(complaint, "published"));
            }
            Command::Ask { text } => {
                let kind = EntryKind::MessageToReporter.as_str();
                changes.events.push(self.event(complaint, kind).with_text("text", text));
            }
            Command::Answer { text, files } => {
                let step = Step { text: Some(text), ..self.step(Action::Answer) };
                apply(tx, self.settings, complaint, step, &mut changes).await?;
                if let Some(event) = changes.events.last_mut() {
                    event.body.insert("files".to_owned(), files.len().into());
                }
                named = files;
            }
            Command::Assign { account } => {
                store::assign(tx, complaint, account).await?;
                changes.events.push(self.event(complaint, "assigned").with("to", account));
            }
            Command::Note { text } => {
                changes.events.push(self.event(complaint, "note").with_text("note", text));
            }
            Command::Merge { into, text } => {
                if !self.merge(tx, complaint, into, text, &mut changes).await? {
                    return Ok(Err(vec![FieldProblem::new("into", Problem::UnknownValue)]));
                }
            }
            Command::Sample { checker } => {
                sample::ask(tx, complaint, checker).await?;
                changes.events.push(self.event(complaint, "check_asked").with("to", checker));
            }
            Command::Check { outcome, text } => {
                self.check(tx, complaint, outcome, text, &mut changes).await?;
            }
        }
        let id = complaint.id;
        let recorded = record(tx, changes).await?;
        let attached = files::attach(tx, id, Some(recorded.first_position), &named).await?;
        Ok(attached.map(drop))
    }

    fn step(&self, action: Action) -> Step {
        Step { by: Some(self.account), ..Step::new(self.allowed.actor, action, self.at) }
    }

    fn event(&self, complaint: &Complaint, kind: &'static str) -> NewEvent {
        let day = self.settings.day_of(self.at);
        NewEvent::new(Some(complaint.id), self.at, day, actor_word(self.allowed.actor), kind)
            .with("by", self.account)
    }

    /// Corrects what is given and differs; an event says from what to what, and, where `is_told`, that nothing did.
    async fn correct(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        facts: Facts,
        is_told: bool,
        changes: &mut Changes,
    ) -> Result<(), DbError> {
        let mut event = self.event(complaint, "edited");
        let told = event.body.len();
        if let Some(class) = facts.class.filter(|class| *class != complaint.cell.class) {
            event = event.with("class_from", complaint.cell.class.as_str()).with("class", class.as_str());
        }
        if let Some(sector) = facts.sector.as_ref().filter(|key| Some(*key) != complaint.cell.sector.as_ref())
        {
            event = event.with("sector_from", complaint.cell.sector.clone()).with("sector", sector.clone());
        }
        if let Some((region, _)) =
            facts.region.as_ref().filter(|(code, _)| Some(code) != complaint.region.as_ref())
        {
            event = event.with("region_from", complaint.region.clone()).with("region", region.clone());
        }
        if event.body.len() == told && !is_told {
            return Ok(());
        }
        changes.events.push(event);
        let day = self.settings.day_of(self.at).max(complaint.stage_since);
        let change = |complaint: &mut Complaint| {
            complaint.cell.class = facts.class.unwrap_or(complaint.cell.class);
            complaint.cell.sector = facts.sector.or(complaint.cell.sector.take());
            if let Some((region, regency)) = facts.region {
                complaint.region = Some(region);
                complaint.cell.regency = regency;
            }
        };
        store::correct(tx, complaint, change, day, &self.settings.holidays, &mut changes.movements).await?;
        due::renew(tx, self.settings, complaint).await
    }

    /// Archives it and leads whoever asks for it to the other, which must be one that the same office sees and that is
    /// still there; whether it is.
    async fn merge(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        into: String,
        text: String,
        changes: &mut Changes,
    ) -> Result<bool, AdvanceError> {
        let other = store::by_code(tx, &into).await?;
        let other = other.filter(|other| other.sealed == complaint.sealed && other.id != complaint.id);
        let other = other.filter(|other| other.cell.stage != Stage::Archived);
        let Some(other) = other else { return Ok(false) };
        let step = Step {
            archive_reason: Some(ArchiveReason::Merged),
            text: Some(text),
            ..self.step(Action::Archive)
        };
        apply(tx, self.settings, complaint, step, changes).await?;
        if let Some(event) = changes.events.last_mut() {
            event.body.insert("into".to_owned(), into.clone().into());
        }
        store::set_merged(tx, complaint, &into).await?;
        // The other moves on by this: whoever has it open sees that it has grown.
        let other = store::take(tx, other.id).await?;
        changes.events.push(self.event(&other, "joined").with("code", complaint.code.clone()));
        Ok(true)
    }

    /// What was found outside the agency: it stays closed, or the agency works on it again.
    async fn check(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        outcome: CheckOutcome,
        text: Option<String>,
        changes: &mut Changes,
    ) -> Result<(), AdvanceError> {
        let day = self.settings.day_of(self.at);
        sample::settle(tx, complaint, self.account, outcome, day).await?;
        match outcome {
            CheckOutcome::SentBack => {
                let by = Some(self.account);
                let step = Step { by, text, ..Step::new(Actor::Sampler, Action::Reopen, self.at) };
                apply(tx, self.settings, complaint, step, changes).await
            }
            CheckOutcome::Confirmed => {
                let event = NewEvent::new(
                    Some(complaint.id),
                    self.at,
                    day,
                    actor_word(Actor::Sampler),
                    "check_confirmed",
                );
                let event = event.with("by", self.account);
                changes.events.push(match text {
                    Some(text) => event.with_text("note", text),
                    None => event,
                });
                Ok(())
            }
        }
    }

    /// From now on it is the inspectorate's alone, who verify it anew; what was public of it is so no more.
    async fn seal(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        note: String,
        changes: &mut Changes,
    ) -> Result<(), DbError> {
        if complaint.published {
            publication::unpublish(tx, complaint).await?;
        }
        let event = self.event(complaint, "sealed").with("from", complaint.cell.stage.as_str());
        changes.events.push(event.with("stage", Stage::Received.as_str()).with_text("note", note));
        let day = self.settings.day_of(self.at).max(complaint.stage_since);
        let inspectorate = self.settings.instance.inspectorate.clone();
        let change = |complaint: &mut Complaint| {
            complaint.sealed = true;
            complaint.supervisory = true;
            complaint.cell.agency = Some(inspectorate);
            complaint.cell.stage = Stage::Received;
            complaint.stage_since = day;
            complaint.assigned_to = None;
        };
        store::correct(tx, complaint, change, day, &self.settings.holidays, &mut changes.movements).await?;
        due::renew(tx, self.settings, complaint).await
    }
}
