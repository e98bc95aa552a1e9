//! One ledger: counts by lane, month of receipt and day.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use shared::calendar::{Day, Month};

use super::lanes::{Lane, Lanes};
use super::sheet::{DayChanges, Entry, Mark, Marks, Sheet, merged};

/// Changes between two marks of one month. Fewer cost memory, more cost time. Tests have few, to meet many marks.
const MONTH_MARK: usize = if cfg!(test) { 5 } else { 4_096 };
/// Changes between two marks over all months.
const WHOLE_MARK: usize = if cfg!(test) { 9 } else { 32_768 };

/// A row of the table: its count stands in place of what was known of the same day, month and lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) month: Month,
    pub(super) day: Day,
    pub(super) lane: u32,
    pub(super) count: i32,
}

/// Counts by lane, month and day. Cloning shares everything; a change copies the days, marks and columns it touches.
#[derive(Clone, Debug, Default)]
pub(super) struct Cube {
    pub(super) lanes: Arc<Lanes>,
    months: BTreeMap<Month, Arc<Timeline>>,
    whole: Marks,
}

/// The changes of the complaints received in one month.
#[derive(Clone, Debug, Default)]
struct Timeline {
    days: Vec<(Day, Sheet)>,
    marks: Marks,
}

/// Finds a lane's number. Only the one who writes needs it, so readers' copies go without.
pub(super) type LaneIndex = HashMap<Lane, u32>;

impl Cube {
    /// The number of a lane, which is given one if it has none.
    pub(super) fn enter(&mut self, lane: Lane, index: &mut LaneIndex) -> u32 {
        *index.entry(lane).or_insert_with(|| {
            let lanes = Arc::make_mut(&mut self.lanes);
            lanes.push(lane);
            u32::try_from(lanes.len() - 1).expect("fewer than four billion combinations of keys")
        })
    }

    /// Takes in rows of the table, in any order, each key once.
    pub(super) fn apply(&mut self, mut facts: Vec<Fact>) {
        facts.sort_unstable_by_key(|fact| (fact.month, fact.day, fact.lane));
        let mut by_day: BTreeMap<Day, Vec<Entry>> = BTreeMap::new();
        for facts in facts.chunk_by(|a, b| a.month == b.month) {
            let timeline = Arc::make_mut(self.months.entry(facts[0].month).or_default());
            let changes: Vec<DayChanges> = facts
                .chunk_by(|a, b| a.day == b.day)
                .map(|facts| (facts[0].day, timeline.replace(facts)))
                .filter(|(_, changes)| !changes.is_empty())
                .collect();
            timeline.marks.add(&changes, MONTH_MARK);
            for (day, changes) in changes {
                by_day.entry(day).or_default().extend(changes);
            }
        }
        let changes: Vec<DayChanges> =
            by_day.into_iter().map(|(day, entries)| (day, summed(entries))).collect();
        self.whole.add(&changes, WHOLE_MARK);
    }

    /// Adds the counts at the end of a day to `sums`, each at the slot of its lane.
    ///
    /// `range` are the first and last months of receipt that count.
    pub(super) fn sum(
        &self,
        slots: &[u32],
        sums: &mut [i64],
        range: (Option<Month>, Option<Month>),
        as_of: Day,
    ) {
        if range == (None, None) {
            return self.sum_whole(slots, sums, as_of);
        }
        for (_, timeline) in self.months_in(range) {
            timeline.sum(slots, sums, as_of);
        }
    }

    /// The same month by month.
    pub(super) fn sum_by_month(
        &self,
        slots: &[u32],
        size: usize,
        range: (Option<Month>, Option<Month>),
        as_of: Day,
    ) -> Vec<(Month, Vec<i64>)> {
        self.months_in(range)
            .map(|(month, timeline)| {
                let mut sums = vec![0; size];
                timeline.sum(slots, &mut sums, as_of);
                (month, sums)
            })
            .collect()
    }

    fn sum_whole(&self, slots: &[u32], sums: &mut [i64], as_of: Day) {
        let (before, after) = self.whole.around(as_of);
        if self.whole.last_day().is_none_or(|last| last <= as_of) {
            return add(self.whole.now(), slots, sums, 1);
        }
        let rows = |from: Option<Day>, to: Option<Day>| {
            self.months.values().flat_map(move |timeline| timeline.between(from, to))
        };
        let count = |mark: Mark<'_>, from, to| {
            mark.sums.len() + rows(from, to).map(|(_, sheet)| sheet.len()).sum::<usize>()
        };
        if count(before, before.day, Some(as_of)) <= count(after, Some(as_of), after.day) {
            add(before.sums, slots, sums, 1);
            rows(before.day, Some(as_of)).for_each(|(_, sheet)| add(sheet, slots, sums, 1));
        } else {
            add(after.sums, slots, sums, 1);
            rows(Some(as_of), after.day).for_each(|(_, sheet)| add(sheet, slots, sums, -1));
        }
    }

    fn months_in(
        &self,
        (from, to): (Option<Month>, Option<Month>),
    ) -> impl Iterator<Item = (Month, &Timeline)> {
        self.months
            .iter()
            .skip_while(move |(month, _)| from.is_some_and(|from| **month < from))
            .take_while(move |(month, _)| to.is_none_or(|to| **month <= to))
            .map(|(month, timeline)| (*month, &**timeline))
    }

    /// Rows, lanes and bytes, roughly.
    pub(super) fn size(&self) -> (usize, usize, usize) {
        let sheets = || self.months.values().flat_map(|timeline| &timeline.days);
        let rows = sheets().map(|(_, sheet)| sheet.len()).sum();
        let bytes: usize = sheets().map(|(_, sheet)| 64 + sheet.capacity() * size_of::<Entry>()).sum();
        let marks: usize = self.months.values().map(|timeline| timeline.marks.bytes()).sum();
        let lanes = self.lanes.len();
        (rows, lanes, bytes + marks + self.whole.bytes() + lanes * (10 + 24))
    }
}

impl Timeline {
    /// Puts a day's rows in the place of what was known; the changes that this makes.
    fn replace(&mut self, facts: &[Fact]) -> Vec<Entry> {
        let day = facts[0].day;
        let at = self.days.partition_point(|(known, _)| *known < day);
        if self.days.get(at).is_none_or(|(known, _)| *known != day) {
            self.days.insert(at, (day, Sheet::default()));
        }
        let sheet = &mut self.days[at].1;
        let known = |lane: u32| {
            sheet.binary_search_by_key(&lane, |entry| entry.lane).map_or(0, |index| sheet[index].count)
        };
        let changes: Vec<Entry> = facts
            .iter()
            .map(|fact| Entry { lane: fact.lane, count: fact.count - known(fact.lane) })
            .filter(|change| change.count != 0)
            .collect();
        if !changes.is_empty() {
            *sheet = Arc::new(merged(sheet, &changes));
        }
        changes
    }

    fn sum(&self, slots: &[u32], sums: &mut [i64], as_of: Day) {
        if self.marks.last_day().is_none_or(|last| last <= as_of) {
            return add(self.marks.now(), slots, sums, 1);
        }
        let (before, after) = self.marks.around(as_of);
        let rows = |days: &[(Day, Sheet)]| days.iter().map(|(_, sheet)| sheet.len()).sum::<usize>();
        let (down, up) = (self.between(before.day, Some(as_of)), self.between(Some(as_of), after.day));
        if before.sums.len() + rows(down) <= after.sums.len() + rows(up) {
            add(before.sums, slots, sums, 1);
            down.iter().for_each(|(_, sheet)| add(sheet, slots, sums, 1));
        } else {
            add(after.sums, slots, sums, 1);
            up.iter().for_each(|(_, sheet)| add(sheet, slots, sums, -1));
        }
    }

    /// Days after `from` up to and including `to`; an absent `from` is before all, an absent `to` too.
    fn between(&self, from: Option<Day>, to: Option<Day>) -> &[(Day, Sheet)] {
        let end = |day: Option<Day>| self.days.partition_point(|(known, _)| Some(*known) <= day);
        let (start, end) = (end(from), end(to));
        &self.days[start..end.max(start)]
    }
}

fn add(entries: &[Entry], slots: &[u32], sums: &mut [i64], sign: i64) {
    for entry in entries {
        sums[slots[entry.lane as usize] as usize] += sign * i64::from(entry.count);
    }
}

fn summed(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_unstable_by_key(|entry| entry.lane);
    entries.dedup_by(|next, kept| {
        let same = next.lane == kept.lane;
        if same {
            kept.count += next.count;
        }
        same
    });
    entries
}
