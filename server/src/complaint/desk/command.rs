//! What all commands have in common: who may, on which version, in one transaction, and the case as it stands afterwards.

use axum::http::HeaderMap;
use shared::access::{CaseAction, Rule};
use shared::complaint::desk::{CaseView, CheckOutcome};
use shared::complaint::{Action, ArchiveReason, Class, Refusal, TrackingCode};
use shared::problem::Problem;
use shared::text::Message;

use super::open::{may, open};
use super::perform::Desk;
use super::reply::Reply;
use super::view::{is_now, view};
use crate::complaint::AdvanceError;
use crate::complaint::photo::Prepared;
use crate::complaint::store::{self, Complaint};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::Connection;
use crate::platform::http::if_match;
use crate::state::AppState;

/// What is to be done, checked as far as that needs no case.
#[derive(Debug)]
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
    /// Opens title, content and photos.
    Publish { title: String, content: String, photos: Vec<Prepared> },
    /// Writes to the reporter.
    Ask { text: String },
    /// Asks the reporter for what a request for information needs.
    ToRequest { text: String },
    /// Answers.
    Answer(Reply),
    /// Gives the answer that waits to the reporter.
    Release,
    /// Gives the answer that waits back to whoever wrote it.
    SendAnswerBack { text: String },
    /// Gives it to somebody, by name.
    Assign { account: Option<i64> },
    /// Writes what only the staff read.
    Note { text: String },
    /// Joins it to the one of a code without dashes.
    Merge { into: String, text: String },
    /// Says under which id it stands in LAPOR!.
    Link { id: Option<String> },
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
        Ok(Self { staff, code: code.as_str().to_owned(), version: if_match(headers)?, action })
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
            let releases = may(&asked.staff, CaseAction::Approve, &complaint).is_ok();
            let desk = Desk { settings: &settings, allowed, account: asked.staff.account_id, releases, at };
            let files = desk.perform(tx, &mut complaint, command).await.map_err(|error| match error {
                AdvanceError::Refused(Refusal::NotTheirs) => Error::forbidden_by(Rule::OtherRole),
                AdvanceError::Refused(Refusal::NotNow) => Error::changed(present),
                AdvanceError::AgencyRequired => Error::field("agency", Problem::AgencyRequired),
                AdvanceError::Database(error) if error.violates("complaint.lapor_id") => {
                    Error::field("id", Problem::Taken)
                }
                AdvanceError::Database(error) => error.into(),
            })?;
            let gone = files.map_err(Error::invalid)?;
            // The change may have taken it out of the reach of whoever made it: they see it this once more.
            Ok((view(tx, &settings, &asked.staff, &complaint, today).await?, gone))
        })
    });
    let (shown, gone) = done.await?;
    for name in gone {
        // No row names it any more. What the disk does not let go now is swept.
        if let Err(error) = state.files.remove(&name) {
            tracing::warn!(%error, "a file without a row is left to the sweep");
        }
    }
    Ok(shown)
}
