//! Small cells: what must not be told of sectors where a small count could point at a person.
//!
//! A sensitive sector's count alone may be told. Crossed with anything else (an agency, a region, a month, a stage, a
//! group), counts under [`SMALL_CELL`] are merged, or left out where there is nothing to merge them with. An agency
//! that answers for sensitive sectors alone counts as one: its name says the sector.

use shared::recap::{
    Dimension, Figures, Filter, GroupCounts, MERGED_KEY, Row, SMALL_CELL, merge_small_cells,
};

use super::question::Question;
use crate::platform::settings::Settings;

/// Which of a question's counts are at risk.
pub(super) struct Risk<'a> {
    settings: &'a Settings,
    by: Dimension,
    /// The filter itself picks a sensitive sector or agency.
    picked: bool,
    /// The filter narrows by something besides that sector or agency.
    crossed: bool,
}

impl<'a> Risk<'a> {
    pub(super) fn of(question: &Question, settings: &'a Settings) -> Self {
        Self::of_filter(&question.filter, question.by, settings)
    }

    fn of_filter(filter: &Filter, by: Dimension, settings: &'a Settings) -> Self {
        let sector = filter.sector.as_deref().is_some_and(|key| is_sector(key, settings));
        let agency = filter.agency.as_deref().is_some_and(|key| is_agency(key, settings));
        let mut rest = Filter { as_of: None, ..filter.clone() };
        if sector || by == Dimension::Sector {
            rest.sector = None;
        }
        if agency || by == Dimension::Agency {
            rest.agency = None;
        }
        Self { settings, by, picked: sector || agency, crossed: rest != Filter::default() }
    }

    /// Whether a row's count is of a sensitive sector and something else.
    fn row(&self, row: &Row) -> bool {
        let crossed = match self.by {
            Dimension::Sector => self.crossed && is_sector(&row.key, self.settings),
            Dimension::Agency => self.crossed && is_agency(&row.key, self.settings),
            _ => self.picked,
        };
        crossed || (self.picked && self.crossed)
    }

    /// Whether the split of a row by group is of a sensitive sector.
    fn split(&self, row: &Row) -> bool {
        self.picked
            || match self.by {
                Dimension::Sector => is_sector(&row.key, self.settings),
                Dimension::Agency => is_agency(&row.key, self.settings),
                _ => false,
            }
    }

    /// Whether the total itself is too small to be told.
    pub(super) fn hides(&self, total: u64) -> bool {
        self.picked && self.crossed && is_small(total)
    }

    /// Merges small rows, and leaves out splits by group that are too fine.
    pub(super) fn rows(&self, rows: Vec<Row>, merged: &str) -> Vec<Row> {
        let mut rows = merge_small_cells(rows, merged, |row| self.row(row));
        if matches!(self.by, Dimension::Stage | Dimension::Group) {
            // The row is the split.
            let fine = rows.iter().any(|row| row.key == MERGED_KEY);
            rows.iter_mut().filter(|_| fine).for_each(|row| row.groups = GroupCounts::default());
            return rows;
        }
        let fine = |row: &Row| (self.split(row) || row.key == MERGED_KEY) && has_small(&row.groups);
        let found = (0..rows.len()).filter(|index| fine(&rows[*index]));
        let mut blank: Vec<usize> = found.collect();
        // One row alone would still be told by the total less the others.
        if let [only] = blank[..] {
            let others = (0..rows.len()).filter(|index| *index != only);
            blank.extend(others.min_by_key(|index| rows[*index].count));
        }
        for index in blank {
            rows[index].groups = GroupCounts::default();
        }
        rows
    }

    /// Leaves out figures that tell small counts of what the filter picks.
    pub(super) fn figures(&self, figures: Figures) -> Figures {
        if !self.picked {
            return figures;
        }
        let mut kept = figures;
        if has_small(&figures.groups) {
            kept.groups = GroupCounts::default();
            kept.follow_up_rate = None;
            kept.closed_rate = None;
        }
        if is_small(figures.answered) {
            (kept.answered, kept.median_days_to_answer) = (0, None);
        }
        if is_small(figures.closed) {
            (kept.closed, kept.median_days_to_close) = (0, None);
        }
        kept
    }
}

/// Whether a single complaint of this sector may be listed with its sector and age.
pub(super) fn is_sector(key: &str, settings: &Settings) -> bool {
    settings.sector(key).is_some_and(|setting| setting.sector.sensitive)
}

/// Whether a filter picks a sensitive sector, or an agency that answers for none but such.
pub(super) fn picks(filter: &Filter, settings: &Settings) -> bool {
    Risk::of_filter(filter, Dimension::Stage, settings).picked
}

fn is_agency(key: &str, settings: &Settings) -> bool {
    let mut sectors =
        settings.sectors.iter().filter(|setting| setting.agency.as_deref() == Some(key)).peekable();
    sectors.peek().is_some() && sectors.all(|setting| setting.sector.sensitive)
}

fn is_small(count: u64) -> bool {
    (1..SMALL_CELL).contains(&count)
}

fn has_small(groups: &GroupCounts) -> bool {
    [groups.awaiting_disposition, groups.awaiting_follow_up, groups.in_progress, groups.done]
        .into_iter()
        .any(is_small)
}
