//! One state of the ledgers, and the questions it answers.

use shared::calendar::{Day, Month};
use shared::complaint::{Group, Stage};
use shared::recap::{Dimension, Filter};

use super::cube::Cube;
use super::lanes::{Dictionaries, Lanes};
use crate::platform::ledger::Pace;

const STAGES: usize = Stage::ALL.len();
/// The first slot of a sum, behind the one for what a filter leaves out.
const FIRST: usize = 1 + super::lanes::LEFT_OUT as usize;

/// Counts by stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StageCounts([i64; STAGES]);

impl StageCounts {
    /// One stage's count.
    pub fn get(&self, stage: Stage) -> u64 {
        u64::try_from(self.0[stage as usize]).unwrap_or(0)
    }

    /// A group's count.
    pub fn group(&self, group: Group) -> u64 {
        Stage::ALL.iter().filter(|stage| stage.group() == Some(group)).map(|stage| self.get(*stage)).sum()
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        Stage::ALL.iter().map(|stage| self.get(*stage)).sum()
    }

    /// Leaves out the stages that a filter does not ask for. Archived ones must be asked for by name.
    fn filtered(mut self, filter: &Filter) -> Self {
        for stage in Stage::ALL {
            let wanted = filter.stage.map_or(*stage != Stage::Archived, |wanted| wanted == *stage)
                && filter.group.is_none_or(|group| stage.group() == Some(group));
            if !wanted {
                self.0[*stage as usize] = 0;
            }
        }
        self
    }
}

/// The ledgers as one revision shows them. Cheap to clone: everything is shared until it changes.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub(super) revision: i64,
    pub(super) keys: Dictionaries,
    pub(super) cells: Cube,
    pub(super) paces: [Cube; Pace::ALL.len()],
}

/// How large a [`Snapshot`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Rows of the tables that it holds.
    pub rows: usize,
    /// Distinct combinations of keys.
    pub lanes: usize,
    /// Bytes, roughly.
    pub bytes: usize,
}

impl Snapshot {
    /// The revision of the head row that this shows.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// All that a filter asks for, as it stood at the end of a day. The filter's own day is not looked at.
    pub fn total(&self, filter: &Filter, as_of: Day) -> StageCounts {
        let slots = self.cells.lanes.slots(filter, &self.keys, measure);
        let mut sums = vec![0; FIRST + STAGES];
        self.cells.sum(&slots, &mut sums, (filter.from, filter.to), as_of);
        counts(&sums, 0).filtered(filter)
    }

    /// The same by one dimension, in no order but for months. Rows of zero are left out; a missing key is the
    /// empty text.
    pub fn by(&self, dimension: Dimension, filter: &Filter, as_of: Day) -> Vec<(String, StageCounts)> {
        let keys = &self.keys;
        match dimension {
            Dimension::Sector => self.by_column(
                filter,
                as_of,
                keys.sector.len(),
                |lanes, lane| lanes.sector[lane],
                |code| keys.sector.key(code).to_owned(),
            ),
            Dimension::Agency => self.by_column(
                filter,
                as_of,
                keys.agency.len(),
                |lanes, lane| lanes.agency[lane],
                |code| keys.agency.key(code).to_owned(),
            ),
            Dimension::Region => self.by_column(
                filter,
                as_of,
                keys.regency.len(),
                |lanes, lane| lanes.regency[lane],
                |code| keys.regency.key(code).to_owned(),
            ),
            Dimension::Class => {
                let all = shared::complaint::Class::ALL;
                self.by_column(
                    filter,
                    as_of,
                    all.len(),
                    |lanes, lane| lanes.class[lane] as u16,
                    |code| all[usize::from(code)].to_string(),
                )
            }
            Dimension::Channel => {
                let all = shared::complaint::Channel::ALL;
                self.by_column(
                    filter,
                    as_of,
                    all.len(),
                    |lanes, lane| lanes.channel[lane] as u16,
                    |code| all[usize::from(code)].to_string(),
                )
            }
            Dimension::Month => {
                let rows = self.by_month(filter, as_of).into_iter();
                rows.map(|(month, counts)| (month.to_string(), counts)).collect()
            }
            Dimension::Stage => {
                let all = self.total(filter, as_of);
                let rows =
                    Stage::ALL.iter().map(|stage| (stage.to_string(), all.only(|found| found == *stage)));
                rows.filter(|(_, counts)| counts.total() > 0).collect()
            }
            Dimension::Group => {
                let all = self.total(filter, as_of);
                let of = |group: Option<Group>| all.only(|stage| stage.group() == group);
                let groups = Group::ALL.iter().map(|group| (group.to_string(), of(Some(*group))));
                let archived = (Stage::Archived.to_string(), of(None));
                groups.chain([archived]).filter(|(_, counts)| counts.total() > 0).collect()
            }
        }
    }

    /// By month of receipt, in order.
    pub fn by_month(&self, filter: &Filter, as_of: Day) -> Vec<(Month, StageCounts)> {
        let slots = self.cells.lanes.slots(filter, &self.keys, measure);
        let months = self.cells.sum_by_month(&slots, FIRST + STAGES, (filter.from, filter.to), as_of);
        let counted = months.into_iter().map(|(month, sums)| (month, counts(&sums, 0).filtered(filter)));
        counted.filter(|(_, counts)| counts.total() > 0).collect()
    }

    /// How many took how many working days, in the order of the days. A filter's stage has no meaning here.
    pub fn pace(&self, pace: Pace, filter: &Filter, as_of: Day) -> Vec<(u32, u64)> {
        let cube = &self.paces[pace as usize];
        let slots = cube.lanes.slots(filter, &self.keys, measure);
        let longest = cube.lanes.measure.iter().max().copied().unwrap_or(0);
        let mut sums = vec![0i64; FIRST + 1 + usize::from(longest)];
        cube.sum(&slots, &mut sums, (filter.from, filter.to), as_of);
        let counts =
            (0..).zip(&sums[FIRST..]).filter_map(|(days, sum)| Some((days, u64::try_from(*sum).ok()?)));
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        let cubes = [&self.cells, &self.paces[0], &self.paces[1]].map(Cube::size);
        let sum = |part: fn(&(usize, usize, usize)) -> usize| cubes.iter().map(part).sum();
        Size { rows: sum(|size| size.0), lanes: sum(|size| size.1), bytes: sum(|size| size.2) }
    }

    fn by_column(
        &self,
        filter: &Filter,
        as_of: Day,
        codes: usize,
        column: impl Fn(&Lanes, usize) -> u16,
        key: impl Fn(u16) -> String,
    ) -> Vec<(String, StageCounts)> {
        let slots = self.cells.lanes.slots(filter, &self.keys, |lanes, lane| {
            u32::from(column(lanes, lane)) * STAGES as u32 + measure(lanes, lane)
        });
        let mut sums = vec![0; FIRST + codes * STAGES];
        self.cells.sum(&slots, &mut sums, (filter.from, filter.to), as_of);
        let rows = (0..codes).map(|code| (code, counts(&sums, code).filtered(filter)));
        rows.filter(|(_, counts)| counts.total() > 0)
            .filter_map(|(code, counts)| Some((key(u16::try_from(code).ok()?), counts)))
            .collect()
    }
}

impl StageCounts {
    fn only(mut self, wanted: impl Fn(Stage) -> bool) -> Self {
        for stage in Stage::ALL.iter().filter(|stage| !wanted(**stage)) {
            self.0[*stage as usize] = 0;
        }
        self
    }
}

/// A lane's slot by what it counts alone.
fn measure(lanes: &Lanes, lane: usize) -> u32 {
    FIRST as u32 + u32::from(lanes.measure[lane])
}

/// The counts of the code at this place, behind the slot of what was left out.
fn counts(sums: &[i64], code: usize) -> StageCounts {
    let start = FIRST + code * STAGES;
    let mut counts = StageCounts::default();
    counts.0.copy_from_slice(&sums[start..start + STAGES]);
    counts
}
