//! A complaint as a value: where it stands, and how its paces follow it.

use shared::calendar::{Day, Holidays};
use shared::complaint::{ArchiveReason, Stage};

use super::new::NewComplaint;
use crate::platform::ledger::{Cell, Movements, Pace};

/// A complaint as it stands, without its erasable part.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// Its row.
    pub id: i64,
    /// Its tracking code without dashes.
    pub code: Option<String>,
    /// Where the recap counts it.
    pub cell: Cell,
    /// The most exact region's code.
    pub region: Option<String>,
    /// The local day its stage began.
    pub stage_since: Day,
    /// Why it was archived.
    pub archive_reason: Option<ArchiveReason>,
    /// Whether it is the inspectorate's alone.
    pub sealed: bool,
    /// Whether it is berkadar pengawasan.
    pub supervisory: bool,
    /// Whether the identity is hidden.
    pub anonymous: bool,
    /// Whether the content is hidden from the public.
    pub confidential: bool,
    /// Whether title and content are public.
    pub published: bool,
    /// The local day of receipt.
    pub received_on: Day,
    /// The day it happened.
    pub event_date: Option<Day>,
    /// The first answer's day.
    pub answered_on: Option<Day>,
    /// The day it was closed, while it is.
    pub closed_on: Option<Day>,
    /// Hash of the reporter's secret.
    pub secret_hash: Option<[u8; 32]>,
    /// Goes up with every change.
    pub version: i64,
    /// The last day of what the office must do next; none while it waits for the reporter, or nothing is left.
    pub due_on: Option<Day>,
    /// The account of who of the office works on it.
    pub assigned_to: Option<i64>,
    /// Whether it is closed and waits to be checked.
    pub sampled: bool,
    /// The account of who checks it.
    pub checker_id: Option<i64>,
    /// The tracking code without dashes of the one that it was joined to.
    pub merged_into: Option<String>,
    /// The last day of what its standing answer promises.
    pub promised_on: Option<Day>,
    /// The place of the event whose answer waits for the responsible officer.
    pub waiting_answer: Option<i64>,
    /// Its tracking id in LAPOR!.
    pub lapor_id: Option<String>,
    /// How far it has been told that it is due: from 0, not at all, to 4.
    pub told: i64,
}

/// A time in one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The stage.
    pub stage: Stage,
    /// Its first local day.
    pub started_on: Day,
    /// The local day it ended; none while it lasts.
    pub ended_on: Option<Day>,
}

/// Where a complaint goes.
#[derive(Clone, Debug)]
pub struct Target {
    /// The next stage.
    pub stage: Stage,
    /// The agency that has it from now on.
    pub agency: Option<String>,
    /// Why it is archived.
    pub archive_reason: Option<ArchiveReason>,
    /// The last day of what the answer promises that it goes there with.
    pub promised_on: Option<Day>,
}

impl Complaint {
    /// A complaint at the moment it is filed, before it has a row.
    pub fn filed(new: &NewComplaint) -> Self {
        Self {
            id: 0,
            code: new.code.clone(),
            cell: new.cell(),
            region: new.region.clone(),
            stage_since: new.received_on,
            archive_reason: new.archive_reason,
            sealed: new.sealed,
            supervisory: new.supervisory,
            anonymous: new.anonymous,
            confidential: new.confidential,
            published: false,
            received_on: new.received_on,
            event_date: new.event_date,
            answered_on: None,
            closed_on: None,
            secret_hash: new.secret_hash,
            version: 1,
            due_on: new.due_on,
            assigned_to: None,
            sampled: false,
            checker_id: None,
            merged_into: None,
            promised_on: None,
            waiting_answer: None,
            lapor_id: new.lapor_id.clone(),
            told: 0,
        }
    }

    /// The day it was closed or archived, while it is.
    pub fn ended_on(&self) -> Option<Day> {
        self.closed_on.or((self.cell.stage == Stage::Archived).then_some(self.stage_since))
    }

    /// Keeps the ledger of paces in step: an answer counts once, the first; a closure while it lasts; and what is
    /// archived leaves every median as it leaves every total.
    pub(super) fn note_pace(
        &mut self,
        before: &Cell,
        day: Day,
        holidays: &Holidays,
        movements: &mut Movements,
    ) {
        let counted = |stage: Stage| stage != Stage::Archived;
        let days = |to: Day| holidays.working_days_between(self.received_on, to);
        if counted(before.stage) {
            for (pace, on) in [(Pace::Answered, self.answered_on), (Pace::Closed, self.closed_on)] {
                if let Some(on) = on {
                    movements.unreach(pace, day, days(on), before);
                }
            }
        }
        if self.cell.stage == Stage::Answered && self.answered_on.is_none() {
            self.answered_on = Some(day);
        }
        self.closed_on = (self.cell.stage == Stage::Closed).then_some(day);
        if counted(self.cell.stage) {
            for (pace, on) in [(Pace::Answered, self.answered_on), (Pace::Closed, self.closed_on)] {
                if let Some(on) = on {
                    movements.reach(pace, day, days(on), &self.cell);
                }
            }
        }
    }
}
