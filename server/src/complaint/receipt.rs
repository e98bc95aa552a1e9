//! The dates that a receipt promises.

use shared::complaint::Stage;
use shared::regulation::{Course, Deadline, Kind};

use super::store::{Complaint, Spell};
use crate::platform::settings::Settings;

/// What moved the clocks of a complaint, read from the times it stood in each stage.
///
/// A sealed one is never disposed: the inspectorate's verification is the step that ends the first clock.
pub fn course(complaint: &Complaint, spells: &[Spell]) -> Course {
    let disposing = if complaint.sealed { Stage::Verified } else { Stage::Disposed };
    let disposed = spells.iter().position(|spell| spell.stage == disposing);
    let followed_up = disposed.and_then(|start| {
        spells[start..].iter().find(|spell| matches!(spell.stage, Stage::InProgress | Stage::Answered))
    });
    Course {
        disposed_on: disposed.map(|place| spells[place].started_on),
        followed_up_on: followed_up.map(|spell| spell.started_on),
        answered_on: (complaint.cell.stage == Stage::Answered).then_some(complaint.stage_since),
        promised_on: complaint.promised_on,
        closed_on: complaint.closed_on,
        pauses: spells
            .iter()
            .filter(|spell| spell.stage == Stage::Postponed)
            .map(|spell| (spell.started_on, spell.ended_on))
            .collect(),
    }
}

/// A complaint's deadlines under the profile of its day of receipt; none where no profile applies. Of one that is archived
/// those alone that were kept: nothing runs any more.
pub fn deadlines(settings: &Settings, complaint: &Complaint, spells: &[Spell]) -> Vec<Deadline> {
    let Some(profile) = settings.profile(complaint.received_on) else { return Vec::new() };
    let kind = Kind::of(complaint.cell.class, complaint.supervisory);
    let mut all =
        profile.deadlines(kind, complaint.received_on, &course(complaint, spells), &settings.holidays);
    if complaint.cell.stage == Stage::Archived {
        all.retain(|deadline| deadline.met_on.is_some());
    }
    all
}
