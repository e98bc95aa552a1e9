//! What a transaction changes in the ledger, before it is written.

use std::collections::BTreeMap;

use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class, Stage};

/// Where the recap counts a complaint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Its stage.
    pub stage: Stage,
    /// Its sector's key.
    pub sector: Option<String>,
    /// Its agency's key.
    pub agency: Option<String>,
    /// Its regency's code.
    pub regency: Option<String>,
    /// Its class.
    pub class: Class,
    /// Its channel.
    pub channel: Channel,
    /// Its month of receipt.
    pub month: Month,
}

/// The two lengths whose medians the recap shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// From receipt to the first answer.
    Answered,
    /// From receipt to closing.
    Closed,
}

impl Pace {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Answered, Self::Closed];

    /// The word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }
}

/// Movements between cells, summed, in the order in which they are written.
#[derive(Clone, Debug, Default)]
pub struct Movements {
    pub(super) cells: BTreeMap<(Day, Cell), i64>,
    pub(super) paces: BTreeMap<(Pace, Day, u32, Cell), i64>,
}

impl Movements {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A complaint stands in `cell` from `day` on.
    pub fn enter(&mut self, day: Day, cell: &Cell) {
        add(&mut self.cells, (day, cell.clone()), 1);
    }

    /// A complaint stands in `cell` no longer, from `day` on.
    pub fn leave(&mut self, day: Day, cell: &Cell) {
        add(&mut self.cells, (day, cell.clone()), -1);
    }

    /// A complaint was answered or closed on `day`, after so many working days.
    pub fn reach(&mut self, pace: Pace, day: Day, working_days: u32, cell: &Cell) {
        add(&mut self.paces, (pace, day, working_days, whatever_stage(cell)), 1);
    }

    /// Takes back what [`Self::reach`] said, where a closed complaint is opened again.
    pub fn unreach(&mut self, pace: Pace, day: Day, working_days: u32, cell: &Cell) {
        add(&mut self.paces, (pace, day, working_days, whatever_stage(cell)), -1);
    }

    /// Complaints that were answered or closed after so many working days turn out to have taken others, as of `day`.
    pub fn recount(&mut self, pace: Pace, day: Day, (before, after): (u32, u32), cell: &Cell, count: i64) {
        let cell = whatever_stage(cell);
        add(&mut self.paces, (pace, day, before, cell.clone()), -count);
        add(&mut self.paces, (pace, day, after, cell), count);
    }
}

/// Paces are counted in whatever stage the complaint stands, so that moving it on cancels out.
fn whatever_stage(cell: &Cell) -> Cell {
    Cell { stage: Stage::Answered, ..cell.clone() }
}

fn add<K: Ord>(sums: &mut BTreeMap<K, i64>, key: K, count: i64) {
    *sums.entry(key).or_default() += count;
}
