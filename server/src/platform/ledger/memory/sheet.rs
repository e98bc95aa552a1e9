//! Counts by lane, and how they stood at the end of chosen days.

use std::sync::Arc;

use shared::calendar::Day;

/// A lane's count, or a change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) lane: u32,
    pub(super) count: i32,
}

/// Counts by lane, in the order of the lanes. Shared, so that a new state of the ledger copies only what changed.
pub(super) type Sheet = Arc<Vec<Entry>>;

/// The changes of one day, in the order of the lanes.
pub(super) type DayChanges = (Day, Vec<Entry>);

/// Adds two lists; each has a lane once at most.
pub(super) fn merged(left: &[Entry], right: &[Entry]) -> Vec<Entry> {
    let mut sum = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.lane.cmp(&b.lane) {
            std::cmp::Ordering::Less => sum.extend(left.next()),
            std::cmp::Ordering::Greater => sum.extend(right.next()),
            std::cmp::Ordering::Equal => {
                sum.push(Entry { lane: a.lane, count: a.count + b.count });
                left.next();
                right.next();
            }
        }
    }
    sum.extend(left);
    sum.extend(right);
    sum
}

/// Sums at the end of some days, and at the end of all.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// In the order of their days, each including its day.
    marks: Vec<(Day, Sheet)>,
    now: Sheet,
    last_day: Option<Day>,
    /// Changes after the last mark.
    since: usize,
}

/// A sum to start from: all days up to and including `day`; none where absent.
#[derive(Clone, Copy)]
pub(super) struct Mark<'a> {
    pub(super) day: Option<Day>,
    pub(super) sums: &'a [Entry],
}

impl Marks {
    /// Takes in changes in the order of their days. A mark is set whenever `every` changes lie behind the last one.
    ///
    /// A change in the past reaches every later mark: those are added to, not built anew.
    pub(super) fn add(&mut self, changes: &[DayChanges], every: usize) {
        let mut pending: Vec<Entry> = Vec::new();
        let mut at = 0;
        for (day, entries) in changes {
            while at < self.marks.len() && self.marks[at].0 < *day {
                add_to(&mut self.marks[at].1, &pending);
                at += 1;
            }
            match self.last_day {
                Some(last) if last < *day && self.since >= every => {
                    add_to(&mut self.now, &pending);
                    pending.clear();
                    // Lanes that complaints have passed through and left.
                    if self.now.iter().any(|entry| entry.count == 0) {
                        self.now =
                            Arc::new(self.now.iter().filter(|entry| entry.count != 0).copied().collect());
                    }
                    self.marks.push((last, Arc::clone(&self.now)));
                    at = self.marks.len();
                    self.since = 0;
                }
                _ => {}
            }
            pending = merged(&pending, entries);
            self.since += entries.len();
            self.last_day = self.last_day.max(Some(*day));
        }
        for (_, sheet) in &mut self.marks[at..] {
            add_to(sheet, &pending);
        }
        add_to(&mut self.now, &pending);
    }

    /// The nearest sums before and after the end of a day.
    pub(super) fn around(&self, day: Day) -> (Mark<'_>, Mark<'_>) {
        let next = self.marks.partition_point(|(mark, _)| *mark <= day);
        let now = Mark { day: self.last_day, sums: &self.now };
        let after = self.marks.get(next).map_or(now, |(day, sums)| Mark { day: Some(*day), sums });
        let before = match next.checked_sub(1) {
            Some(index) => Mark { day: Some(self.marks[index].0), sums: &self.marks[index].1 },
            None => Mark { day: None, sums: &[] },
        };
        (before, after)
    }

    /// The last day on which anything changed.
    pub(super) fn last_day(&self) -> Option<Day> {
        self.last_day
    }

    /// The sums at the end of all days.
    pub(super) fn now(&self) -> &[Entry] {
        &self.now
    }

    pub(super) fn bytes(&self) -> usize {
        let sheets = self.marks.iter().map(|(_, sheet)| sheet).chain([&self.now]);
        sheets.map(|sheet| sheet.capacity() * size_of::<Entry>()).sum()
    }
}

fn add_to(sheet: &mut Sheet, changes: &[Entry]) {
    if !changes.is_empty() {
        let mut sums = merged(sheet, changes);
        // Most changes fall on lanes that are there; what was set aside for others is given back.
        sums.shrink_to_fit();
        *sheet = Arc::new(sums);
    }
}
