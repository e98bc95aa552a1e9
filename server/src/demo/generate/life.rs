//! What a plan of steps comes to: the times in each stage, and the days of answer and closing.

use shared::calendar::Day;
use shared::complaint::{Action, ArchiveReason, Stage, next_stage};

use super::super::course::Planned;

/// A time in one stage, with one agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spell {
    pub(super) stage: Stage,
    pub(super) agency: Option<usize>,
    pub(super) from: Day,
    pub(super) until: Option<Day>,
    /// The first answer's day, once there was one.
    pub(super) answered_on: Option<Day>,
    /// The day of closing, while closed.
    pub(super) closed_on: Option<Day>,
}

/// A complaint's way up to today.
#[derive(Clone, Debug)]
pub(super) struct Life {
    pub(super) spells: Vec<Spell>,
    pub(super) archive_reason: Option<ArchiveReason>,
}

impl Life {
    /// Walks the plan as far as today. `agencies` are the one that has it at first and the one it is disposed to.
    pub(super) fn of(
        steps: &[Planned],
        received_on: Day,
        today: Day,
        sealed: bool,
        agencies: (Option<usize>, usize),
    ) -> Self {
        let mut now = Spell {
            stage: Stage::Received,
            agency: agencies.0,
            from: received_on,
            until: None,
            answered_on: None,
            closed_on: None,
        };
        let mut life = Self { spells: Vec::with_capacity(steps.len() + 1), archive_reason: None };
        for step in steps.iter().take_while(|step| step.on <= today) {
            let Ok(stage) = next_stage(step.actor, step.action, now.stage, sealed) else { break };
            life.spells.push(Spell { until: Some(step.on), ..now });
            now.from = step.on;
            now.stage = stage;
            now.agency = match step.action {
                Action::Dispose => Some(agencies.1),
                Action::Return => None,
                _ => now.agency,
            };
            if stage == Stage::Answered {
                now.answered_on = now.answered_on.or(Some(step.on));
            }
            now.closed_on = (stage == Stage::Closed).then_some(step.on);
            if stage == Stage::Archived {
                life.archive_reason = Some(match step.action {
                    Action::Withdraw => ArchiveReason::Withdrawn,
                    _ => step.reason.unwrap_or(ArchiveReason::Other),
                });
            }
        }
        life.spells.push(now);
        life
    }

    /// Where it stands.
    pub(super) fn now(&self) -> &Spell {
        self.spells.last().expect("a life has a first spell")
    }
}
