use super::{ComplaintView, Stage};
use crate::calendar::Day;

/// The way that most complaints go.
const WAY: [Stage; 6] =
    [Stage::Received, Stage::Verified, Stage::Disposed, Stage::InProgress, Stage::Answered, Stage::Closed];

/// One stage on a complaint's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// The stage.
    pub stage: Stage,
    /// Whether it is reached.
    pub at: At,
    /// The day it was, where known.
    pub on: Option<Day>,
}

/// Whether a stage lies behind, is here, or lies ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Behind.
    Done,
    /// Here.
    Here,
    /// Ahead.
    Ahead,
}

/// The usual way with what was reached, and a stage beside it where the complaint stands on one.
pub fn milestones(view: &ComplaintView) -> Vec<Milestone> {
    let day_of =
        |stage| view.entries.iter().rev().find(|entry| entry.stage == Some(stage)).map(|entry| entry.on);
    let here = WAY.iter().position(|stage| *stage == view.stage);
    let furthest = || WAY.iter().rposition(|stage| day_of(*stage).is_some()).unwrap_or(0);
    let reached = here.unwrap_or_else(furthest);
    let on_way = WAY.iter().enumerate().map(|(index, stage)| {
        let at = if here == Some(index) {
            At::Here
        } else if index <= reached {
            At::Done
        } else {
            At::Ahead
        };
        // Stages that were skipped have no day, and those ahead may have one of an earlier round.
        let on = if index == 0 { Some(view.received_on) } else { day_of(*stage) };
        Milestone { stage: *stage, at, on: on.filter(|_| at != At::Ahead) }
    });
    let mut milestones: Vec<Milestone> = on_way.collect();
    if here.is_none() {
        milestones.retain(|milestone| milestone.at != At::Done || milestone.on.is_some());
        let done = milestones.iter().filter(|milestone| milestone.at == At::Done).count();
        if view.stage == Stage::Archived {
            milestones.truncate(done);
        }
        milestones.insert(done, Milestone { stage: view.stage, at: At::Here, on: Some(view.stage_since) });
    }
    milestones
}

#[cfg(test)]
mod tests {
    use crate::complaint::{Class, Entry, EntryKind};

    use super::*;

    fn day(day: i8) -> Day {
        Day::new(2026, 11, day).expect("a day of November")
    }

    fn view(stage: Stage, entries: &[(i8, Stage)]) -> ComplaintView {
        let entries = entries.iter().map(|(on, stage)| Entry {
            on: day(*on),
            at: 0,
            kind: EntryKind::Received,
            stage: Some(*stage),
            agency: None,
            outcome: None,
            promised_on: None,
            text: None,
            files: Vec::new(),
        });
        ComplaintView {
            code: "ABC".into(),
            class: Class::Complaint,
            stage,
            group: stage.group(),
            archive_reason: None,
            merged_into: None,
            received_on: day(2),
            stage_since: day(20),
            age_working_days: 0,
            sector: None,
            agency: None,
            title: None,
            content: None,
            photos: Vec::new(),
            support: None,
            promised_on: None,
            deadlines: Vec::new(),
            entries: entries.collect(),
            own: None,
        }
    }

    fn check(view: &ComplaintView, expected: &[(Stage, At, Option<Day>)]) {
        let found: Vec<_> = milestones(view).iter().map(|one| (one.stage, one.at, one.on)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_new_one_has_its_way_ahead() {
        let found = milestones(&view(Stage::Received, &[(2, Stage::Received)]));
        assert_eq!(found[0], Milestone { stage: Stage::Received, at: At::Here, on: Some(day(2)) });
        assert!(found[1..].iter().all(|milestone| milestone.at == At::Ahead && milestone.on.is_none()));
    }

    #[test]
    fn one_beside_the_way_stands_between() {
        check(
            &view(Stage::Postponed, &[(2, Stage::Received), (20, Stage::Postponed)]),
            &[
                (Stage::Received, At::Done, Some(day(2))),
                (Stage::Postponed, At::Here, Some(day(20))),
                (Stage::Verified, At::Ahead, None),
                (Stage::Disposed, At::Ahead, None),
                (Stage::InProgress, At::Ahead, None),
                (Stage::Answered, At::Ahead, None),
                (Stage::Closed, At::Ahead, None),
            ],
        );
    }

    #[test]
    fn an_archived_one_has_nothing_ahead() {
        check(
            &view(Stage::Archived, &[(2, Stage::Received), (5, Stage::Disposed), (20, Stage::Archived)]),
            &[
                (Stage::Received, At::Done, Some(day(2))),
                (Stage::Disposed, At::Done, Some(day(5))),
                (Stage::Archived, At::Here, Some(day(20))),
            ],
        );
    }
}
