//! What a command changes, and what is recorded of it.

use shared::complaint::desk::{CheckOutcome, MessageKind};
use shared::complaint::{Action, Actor, ArchiveReason, EntryKind, Stage};
use shared::problem::{FieldProblem, Problem};

use super::command::{Command, Facts};
use crate::complaint::photo::Prepared;
use crate::complaint::store::{self, Complaint};
use crate::complaint::{
    AdvanceError, Changes, Step, actor_word, apply, due, photo, publication, record, sample, turned,
};
use crate::platform::access::Allowed;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::NewEvent;
use crate::platform::files;
use crate::platform::outbox::{self, About, NewMessage};
use crate::platform::settings::Settings;

/// Who makes a change, for which office, and when.
pub(super) struct Desk<'s> {
    pub(super) settings: &'s Settings,
    pub(super) allowed: Allowed,
    pub(super) account: i64,
    /// Whether their answers need nobody's approval.
    pub(super) releases: bool,
    pub(super) at: jiff::Timestamp,
}

impl Desk<'_> {
    /// Makes the change and records it; names of files that are to be removed from the disk after the commit. The inner
    /// error is about what it names: files, another case.
    pub(super) async fn perform(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        command: Command,
    ) -> Result<Result<Vec<String>, Vec<FieldProblem>>, AdvanceError> {
        let mut changes = Changes::default();
        let (mut named, mut gone) = (Vec::new(), Vec::new());
        let (mut waits, mut released) = (false, None);
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
            Command::Seal { note } => gone = self.seal(tx, complaint, note, &mut changes).await?,
            Command::Publish { title, content, photos } => {
                publication::publish(tx, complaint, &title, &content).await?;
                let boxes: usize = photos.iter().map(Prepared::boxes).sum();
                let event =
                    self.event(complaint, "published").with("photos", photos.len()).with("boxes", boxes);
                changes.events.push(event);
                gone = photo::publish(tx, complaint.id, photos).await?;
            }
            Command::Ask { text } => {
                let kind = EntryKind::MessageToReporter.as_str();
                changes.events.push(self.event(complaint, kind).with_text("text", text));
            }
            Command::ToRequest { text } => {
                self.ask_for_request(tx, complaint, text, &mut changes).await?;
            }
            Command::Answer(reply) => {
                waits = self.answer(tx, complaint, &reply, &mut changes).await?;
                named = reply.files;
            }
            Command::Release => released = Some(self.release(tx, complaint, &mut changes).await?),
            Command::SendAnswerBack { text } => {
                self.send_answer_back(tx, complaint, text, &mut changes).await?;
            }
            Command::Assign { account } => {
                store::assign(tx, complaint, account).await?;
                changes.events.push(self.event(complaint, "assigned").with("to", account));
                if let Some(account) = account {
                    self.tell(tx, complaint, MessageKind::Assigned, account).await?;
                }
            }
            Command::Note { text } => {
                changes.events.push(self.event(complaint, "note").with_text("note", text));
            }
            Command::Merge { into, text } => {
                if !self.merge(tx, complaint, into, text, &mut changes).await? {
                    return Ok(Err(vec![FieldProblem::new("into", Problem::UnknownValue)]));
                }
            }
            Command::Link { id } => {
                changes.events.push(self.event(complaint, "linked").with("lapor_id", id.clone()));
                store::set_lapor_id(tx, complaint, id.as_deref()).await?;
            }
            Command::Sample { checker } => {
                sample::ask(tx, complaint, checker).await?;
                changes.events.push(self.event(complaint, "check_asked").with("to", checker));
                self.tell(tx, complaint, MessageKind::CheckAsked, checker).await?;
            }
            Command::Check { outcome, text } => {
                self.check(tx, complaint, outcome, text, &mut changes).await?;
            }
        }
        let id = complaint.id;
        let recorded = record(tx, changes).await?;
        let position = recorded.first_position;
        if waits {
            store::set_waiting_answer(tx, complaint, Some(position)).await?;
        }
        if let Some(written) = released {
            files::pass_on(tx, id, written, position).await?;
        }
        let attached = files::attach(tx, id, Some(position), &named).await?;
        Ok(attached.map(|_| gone))
    }

    pub(super) fn step(&self, action: Action) -> Step {
        Step { by: Some(self.account), ..Step::new(self.allowed.actor, action, self.at) }
    }

    pub(super) fn event(&self, complaint: &Complaint, kind: &'static str) -> NewEvent {
        let day = self.settings.day_of(self.at);
        NewEvent::new(Some(complaint.id), self.at, day, actor_word(self.allowed.actor), kind)
            .with("by", self.account)
    }

    /// Tells somebody about it, unless they did it themselves.
    pub(super) async fn tell(
        &self,
        tx: &mut Transaction,
        complaint: &Complaint,
        kind: MessageKind,
        account_id: i64,
    ) -> Result<(), DbError> {
        if account_id == self.account {
            return Ok(());
        }
        let new = NewMessage { kind, about: About::Complaint(complaint.id), account_id, due_on: None };
        outbox::send(tx, &new, self.at).await
    }

    /// Waits for what a request for information needs; where it waits already, it goes on waiting, for that.
    async fn ask_for_request(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        text: String,
        changes: &mut Changes,
    ) -> Result<(), AdvanceError> {
        if complaint.cell.stage == Stage::Postponed {
            let kind = EntryKind::MessageToReporter.as_str();
            changes.events.push(self.event(complaint, kind).with_text("text", text));
        } else {
            let step = Step { text: Some(text), ..self.step(Action::Postpone) };
            apply(tx, self.settings, complaint, step, changes).await?;
        }
        Ok(turned::ask(tx, complaint.id).await?)
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

    /// From now on it is the inspectorate's alone, who verify it anew; what was public of it is so no more. The names of
    /// files that go with that.
    async fn seal(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        note: String,
        changes: &mut Changes,
    ) -> Result<Vec<String>, DbError> {
        let gone =
            if complaint.published { publication::unpublish(tx, complaint).await? } else { Vec::new() };
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
        due::renew(tx, self.settings, complaint).await?;
        Ok(gone)
    }
}
