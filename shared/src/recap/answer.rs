use serde::{Deserialize, Serialize};

use super::Dimension;
use crate::calendar::Day;
use crate::complaint::{Class, Group, Stage};

/// Counts by one dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recap {
    /// The local day whose end the counts describe.
    pub as_of: Day,
    /// The dimension.
    pub by: Dimension,
    /// All counted complaints. Archived ones count only where the filter asks for that stage.
    pub total: u64,
    /// From the highest count to the lowest; equal ones in their configured order. Months, stages and groups keep
    /// their natural order. Rows of zero are left out.
    pub rows: Vec<Row>,
    /// The figures over all rows.
    pub figures: Figures,
    /// Which state of the ledger was read; grows with every change.
    pub revision: i64,
    /// When it was taken, in milliseconds since 1970 (UTC).
    pub taken_at: i64,
}

/// One row of a recap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Row {
    /// The key, to be used as a filter's value; `none` where complaints lack it.
    pub key: String,
    /// Its name in the reader's language.
    pub label: String,
    /// How many.
    pub count: u64,
    /// The same by group of stages. All are zero beside a count that is not split: archived complaints are in no group,
    /// and small counts of sensitive sectors are not told.
    pub groups: GroupCounts,
}

impl Row {
    /// How many of it are in a group; none where the count is not split.
    pub fn of_group(&self, group: Group) -> Option<u64> {
        (self.count == 0 || self.groups.total() > 0).then(|| self.groups.get(group))
    }
}

/// How many of all rows are in a group; none where the count of one of them is not split.
pub fn sum_of_group(rows: &[Row], group: Group) -> Option<u64> {
    rows.iter().map(|row| row.of_group(group)).sum()
}

/// Counts by group of stages. Their sum is the count, but for archived ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroupCounts {
    /// Belum terdisposisi.
    pub awaiting_disposition: u64,
    /// Terdisposisi, belum ditindaklanjuti.
    pub awaiting_follow_up: u64,
    /// Proses.
    pub in_progress: u64,
    /// Selesai.
    pub done: u64,
}

impl GroupCounts {
    /// Adds to a group.
    pub fn add(&mut self, group: Group, count: u64) {
        match group {
            Group::AwaitingDisposition => self.awaiting_disposition += count,
            Group::AwaitingFollowUp => self.awaiting_follow_up += count,
            Group::InProgress => self.in_progress += count,
            Group::Done => self.done += count,
        }
    }

    /// One group's count.
    pub fn get(&self, group: Group) -> u64 {
        match group {
            Group::AwaitingDisposition => self.awaiting_disposition,
            Group::AwaitingFollowUp => self.awaiting_follow_up,
            Group::InProgress => self.in_progress,
            Group::Done => self.done,
        }
    }

    /// All four together.
    pub fn total(&self) -> u64 {
        self.awaiting_disposition + self.awaiting_follow_up + self.in_progress + self.done
    }
}

/// The headline figures. Rates are KemenPANRB's arithmetic; see [`super::rate()`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figures {
    /// Without archived ones.
    pub total: u64,
    /// By group.
    pub groups: GroupCounts,
    /// (in progress + done) / total, 0 to 1; absent where there is nothing to divide by.
    pub follow_up_rate: Option<f64>,
    /// done / total.
    pub closed_rate: Option<f64>,
    /// Median working days from receipt to the answer, over `answered` answers.
    pub median_days_to_answer: Option<f64>,
    /// How many answers the median is over.
    pub answered: u64,
    /// Median working days from receipt to closing, over `closed` ones.
    pub median_days_to_close: Option<f64>,
    /// How many closures the median is over.
    pub closed: u64,
}

/// Everything the transparency page shows, of one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Board {
    /// The local day whose end it describes.
    pub as_of: Day,
    /// The figures.
    pub figures: Figures,
    /// By sector.
    pub sectors: Vec<Row>,
    /// By stage.
    pub stages: Vec<Row>,
    /// By month of receipt.
    pub months: Vec<Row>,
    /// By regency.
    pub regions: Vec<Row>,
    /// By agency.
    pub agencies: Vec<Row>,
    /// See [`Recap::revision`].
    pub revision: i64,
    /// See [`Recap::taken_at`].
    pub taken_at: i64,
}

/// A complaint that still waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// The code, only where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The title, only where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The sector's key, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// Working days since receipt, as of the day asked for.
    pub age_working_days: u32,
    /// Which of the two kinds of waiting; only where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The class; only where published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
}

/// A page of the complaints that still wait, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingList {
    /// The local day whose end it describes.
    pub as_of: Day,
    /// All that wait under the filter.
    pub total: u64,
    /// This page.
    pub rows: Vec<Waiting>,
    /// The `after` of the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// See [`Recap::revision`].
    pub revision: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_split_is_no_zero() {
        let row = |count, done| Row {
            key: String::new(),
            label: String::new(),
            count,
            groups: GroupCounts { done, ..GroupCounts::default() },
        };
        assert_eq!(row(5, 5).of_group(Group::Done), Some(5));
        assert_eq!(row(5, 5).of_group(Group::InProgress), Some(0));
        assert_eq!(row(5, 0).of_group(Group::Done), None);
        assert_eq!(row(0, 0).of_group(Group::Done), Some(0));
        assert_eq!(sum_of_group(&[row(5, 5), row(2, 2)], Group::Done), Some(7));
        assert_eq!(sum_of_group(&[row(5, 5), row(2, 0)], Group::Done), None);
        assert_eq!(sum_of_group(&[], Group::Done), Some(0));
    }
}
