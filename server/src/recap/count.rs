//! Recap and board: questions answered from the ledger in memory.

use jiff::Timestamp;
use shared::complaint::Group;
use shared::recap::{Board, Dimension, Figures, GroupCounts, NONE_KEY, Recap, Row, median, rate};

use super::label::{is_ordered, label, position};
use super::question::Question;
use super::small::Risk;
use crate::platform::ledger::Pace;
use crate::platform::ledger::memory::{Snapshot, StageCounts};
use crate::platform::settings::Settings;

/// What a question is answered from.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// The ledger.
    pub ledger: &'a Snapshot,
    /// The instance's settings.
    pub settings: &'a Settings,
    /// When the answer is taken.
    pub taken_at: Timestamp,
}

/// Counts by one dimension.
pub fn recap(question: &Question, moment: Moment<'_>) -> Recap {
    let total = moment.ledger.total(&question.filter, question.as_of);
    let hidden = Risk::of(question, moment.settings).hides(total.total());
    Recap {
        as_of: question.as_of,
        by: question.by,
        total: if hidden { 0 } else { total.total() },
        rows: if hidden { Vec::new() } else { rows(question, moment) },
        figures: if hidden { Figures::default() } else { figures(question, &total, moment) },
        revision: moment.ledger.revision(),
        taken_at: moment.taken_at.as_millisecond(),
    }
}

/// All counts of the transparency page.
pub fn board(question: &Question, moment: Moment<'_>) -> Board {
    let total = moment.ledger.total(&question.filter, question.as_of);
    let hidden = Risk::of(question, moment.settings).hides(total.total());
    let by = |by: Dimension| {
        if hidden { Vec::new() } else { rows(&Question { by, ..question.clone() }, moment) }
    };
    Board {
        as_of: question.as_of,
        figures: if hidden { Figures::default() } else { figures(question, &total, moment) },
        sectors: by(Dimension::Sector),
        stages: by(Dimension::Stage),
        months: by(Dimension::Month),
        regions: by(Dimension::Region),
        agencies: by(Dimension::Agency),
        revision: moment.ledger.revision(),
        taken_at: moment.taken_at.as_millisecond(),
    }
}

fn rows(question: &Question, moment: Moment<'_>) -> Vec<Row> {
    let Question { by, lang, .. } = *question;
    let settings = moment.settings;
    let counted = moment.ledger.by(by, &question.filter, question.as_of);
    let mut rows: Vec<Row> = counted
        .into_iter()
        .map(|(key, counts)| {
            let key = if key.is_empty() { NONE_KEY.to_owned() } else { key };
            let label = label(by, &key, settings, lang);
            Row { key, label, count: counts.total(), groups: groups(&counts) }
        })
        .collect();
    rows.sort_by_cached_key(|row| {
        let count = if is_ordered(by) { 0 } else { u64::MAX - row.count };
        (count, position(by, &row.key, settings), row.key.clone())
    });
    Risk::of(question, settings).rows(rows, lang.merged())
}

fn figures(question: &Question, total: &StageCounts, moment: Moment<'_>) -> Figures {
    let groups = groups(total);
    let whole = groups.total();
    let (answered, median_days_to_answer) = pace(Pace::Answered, question, moment);
    let (closed, median_days_to_close) = pace(Pace::Closed, question, moment);
    let figures = Figures {
        total: whole,
        groups,
        follow_up_rate: rate(groups.in_progress + groups.done, whole),
        closed_rate: rate(groups.done, whole),
        median_days_to_answer,
        answered,
        median_days_to_close,
        closed,
    };
    Risk::of(question, moment.settings).figures(figures)
}

fn groups(counts: &StageCounts) -> GroupCounts {
    let mut groups = GroupCounts::default();
    Group::ALL.iter().for_each(|group| groups.add(*group, counts.group(*group)));
    groups
}

/// How many, and their median. What was answered or closed has no stage any more by which it could be picked, so under
/// a filter by stage there is none.
fn pace(pace: Pace, question: &Question, moment: Moment<'_>) -> (u64, Option<f64>) {
    let filter = &question.filter;
    if filter.stage.is_some() || filter.group.is_some() {
        return (0, None);
    }
    let days = moment.ledger.pace(pace, filter, question.as_of);
    (days.iter().map(|(_, count)| count).sum(), median(&days))
}
