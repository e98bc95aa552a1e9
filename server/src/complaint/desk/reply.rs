//! Answers: those that go to the reporter at once, and those that wait for the responsible officer.

use shared::access::Role;
use shared::calendar::Day;
use shared::complaint::desk::MessageKind;
use shared::complaint::{Action, Outcome, Refusal};

use super::perform::Desk;
use crate::complaint::store::{self, Complaint};
use crate::complaint::{AdvanceError, Changes, Step, apply, approval};
use crate::platform::access;
use crate::platform::db::{Connection, DbError, Transaction};
use crate::platform::event::{self, StoredEvent};

/// An answer before it is given.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) text: String,
    /// Ids of finished uploads.
    pub(super) files: Vec<String>,
    pub(super) outcome: Option<Outcome>,
    pub(super) promised_on: Option<Day>,
}

/// An answer that waits, as its event keeps it.
pub(super) struct Waiting {
    pub(super) position: i64,
    pub(super) text: String,
    pub(super) outcome: Option<Outcome>,
    pub(super) promised_on: Option<Day>,
    /// The account of who wrote it.
    pub(super) by: i64,
    /// The local day it was written.
    pub(super) on: Day,
}

/// The answer that waits, if one does; none either once its words are erased.
pub(super) async fn waiting(
    connection: &mut Connection,
    complaint: &Complaint,
) -> Result<Option<Waiting>, DbError> {
    let Some(position) = complaint.waiting_answer else { return Ok(None) };
    let events = event::of_complaint(connection, complaint.id).await?;
    let texts = event::texts_of_complaint(connection, complaint.id).await?;
    let event = events.iter().find(|event| event.position == position);
    let text = texts.into_iter().find(|text| text.position == position);
    Ok(event.zip(text).and_then(|(event, text)| read(event, text.text)))
}

fn read(event: &StoredEvent, text: String) -> Option<Waiting> {
    let facts = event.facts();
    let word = |name: &str| facts.get(name).and_then(serde_json::Value::as_str);
    Some(Waiting {
        position: event.position,
        text,
        outcome: word("outcome").and_then(|word| word.parse().ok()),
        promised_on: word("promised_on").and_then(|day| Day::parse(day).ok()),
        by: facts.get("by")?.as_i64()?,
        on: Day::parse(&event.day).ok()?,
    })
}

impl Desk<'_> {
    /// Answers, or, where the agency wants its answers released and whoever answers does not release them, lays the
    /// answer before the responsible officer; whether it was that.
    pub(super) async fn answer(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        reply: &Reply,
        changes: &mut Changes,
    ) -> Result<bool, AdvanceError> {
        let Reply { text, files, outcome, promised_on } = reply;
        if !self.releases && needs_approval(tx, complaint).await? {
            let mut event = self.event(complaint, "answer_written").with("files", files.len());
            if let Some(outcome) = outcome {
                event = event.with("outcome", outcome.as_str());
            }
            if let Some(promised_on) = promised_on {
                event = event.with("promised_on", promised_on.to_string());
            }
            changes.events.push(event.with_text("note", text));
            let agency = complaint.cell.agency.as_deref();
            for officer in access::with_role(tx, Role::ResponsibleOfficer, agency).await? {
                self.tell(tx, complaint, MessageKind::AnswerWaits, officer).await?;
            }
            return Ok(true);
        }
        let step = Step {
            text: Some(text.clone()),
            outcome: *outcome,
            promised_on: *promised_on,
            ..self.step(Action::Answer)
        };
        apply(tx, self.settings, complaint, step, changes).await?;
        if let Some(event) = changes.events.last_mut() {
            event.body.insert("files".to_owned(), files.len().into());
        }
        Ok(false)
    }

    /// Gives the answer that waits to the reporter; where its files are. A day that has passed meanwhile is promised no
    /// more.
    pub(super) async fn release(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        changes: &mut Changes,
    ) -> Result<i64, AdvanceError> {
        let Some(waiting) = waiting(tx, complaint).await? else { return Err(Refusal::NotNow.into()) };
        let today = self.settings.day_of(self.at);
        let step = Step {
            by: Some(waiting.by),
            text: Some(waiting.text),
            outcome: waiting.outcome,
            promised_on: waiting.promised_on.filter(|day| *day > today),
            ..self.step(Action::Answer)
        };
        apply(tx, self.settings, complaint, step, changes).await?;
        if let Some(event) = changes.events.last_mut() {
            event.body.insert("released_by".to_owned(), self.account.into());
        }
        Ok(waiting.position)
    }

    /// Gives it back to whoever wrote it.
    pub(super) async fn send_answer_back(
        &self,
        tx: &mut Transaction,
        complaint: &mut Complaint,
        text: String,
        changes: &mut Changes,
    ) -> Result<(), AdvanceError> {
        let Some(waiting) = waiting(tx, complaint).await? else { return Err(Refusal::NotNow.into()) };
        self.tell(tx, complaint, MessageKind::AnswerSentBack, waiting.by).await?;
        store::set_waiting_answer(tx, complaint, None).await?;
        changes.events.push(self.event(complaint, "answer_sent_back").with_text("note", text));
        Ok(())
    }
}

/// Whether answers to a case wait. The inspectorate answers for itself.
pub(super) async fn needs_approval(
    connection: &mut Connection,
    complaint: &Complaint,
) -> Result<bool, DbError> {
    match complaint.cell.agency.as_deref().filter(|_| !complaint.sealed) {
        Some(agency) => approval::is_needed(connection, agency).await,
        None => Ok(false),
    }
}
