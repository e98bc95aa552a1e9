//! The ledger of generated complaints, summed in little memory: keys packed into numbers.

use std::collections::HashMap;

use shared::calendar::{Day, Month};
use shared::complaint::Stage;

use super::Generated;
use super::life::Spell;
use crate::platform::ledger::Pace;

/// Where a row of the ledger lies, by the places of its keys. Its order is that of the table's key, nearly, so that
/// rows are written where the last ones were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) day: Day,
    /// A stage's place for cells; working days for paces.
    pub(super) measure: u16,
    pub(super) sector: Option<u8>,
    pub(super) agency: Option<u8>,
    pub(super) regency: u8,
    pub(super) class: u8,
    pub(super) channel: u8,
    pub(super) month: Month,
}

/// Movements so far.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) cells: HashMap<Key, i32>,
    pub(super) paces: [HashMap<Key, i32>; Pace::ALL.len()],
}

impl Tally {
    /// Adds a complaint's movements. Working days are counted as five in seven: a measurement does not need holidays.
    pub(super) fn take(&mut self, complaint: &Generated) {
        let small = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
        let key = |day: Day, measure: u16, spell: &Spell| Key {
            day,
            measure,
            sector: complaint.sector.map(small),
            agency: spell.agency.map(small),
            regency: small(complaint.regency),
            class: complaint.class as u8,
            channel: complaint.channel as u8,
            month: complaint.received_on.month(),
        };
        let mut before: Option<&Spell> = None;
        for spell in &complaint.life.spells {
            if let Some(before) = before {
                add(&mut self.cells, key(spell.from, before.stage as u16, before), -1);
                self.reach(complaint, before, spell.from, -1, key);
            }
            add(&mut self.cells, key(spell.from, spell.stage as u16, spell), 1);
            self.reach(complaint, spell, spell.from, 1, key);
            before = Some(spell);
        }
    }

    fn reach(
        &mut self,
        complaint: &Generated,
        spell: &Spell,
        day: Day,
        count: i32,
        key: impl Fn(Day, u16, &Spell) -> Key,
    ) {
        if spell.stage == Stage::Archived {
            return;
        }
        for (pace, on) in [(Pace::Answered, spell.answered_on), (Pace::Closed, spell.closed_on)] {
            if let Some(on) = on {
                let days = on.days_since(complaint.received_on) * 5 / 7;
                let working_days = u16::try_from(days).unwrap_or(0);
                add(&mut self.paces[pace as usize], key(day, working_days, spell), count);
            }
        }
    }
}

fn add(sums: &mut HashMap<Key, i32>, key: Key, count: i32) {
    *sums.entry(key).or_default() += count;
}
