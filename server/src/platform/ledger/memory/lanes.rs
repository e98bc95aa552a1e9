//! Everything of a cell but its day and month, as numbers: one row per distinct combination, one column per part.

use std::collections::HashMap;
use std::sync::Arc;

use shared::complaint::{Channel, Class};
use shared::recap::{Filter, NONE_KEY};

/// Stands for a missing key in a [`Dictionary`], as the empty text does in the table.
pub(super) const NONE: u16 = 0;

/// The slot of lanes that a filter leaves out, for [`Lanes::slots`].
pub(super) const LEFT_OUT: u32 = 0;

/// Keys and the numbers that stand for them.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    keys: Arc<Vec<String>>,
    codes: Arc<HashMap<String, u16>>,
}

impl Default for Dictionary {
    fn default() -> Self {
        let none = String::new();
        Self { keys: Arc::new(vec![none.clone()]), codes: Arc::new(HashMap::from([(none, NONE)])) }
    }
}

impl Dictionary {
    /// The number of a key, which is given one if it has none. A province has some dozens of each; beyond the
    /// 65,535th they are counted as missing.
    pub(super) fn enter(&mut self, key: &str) -> u16 {
        if let Some(code) = self.codes.get(key) {
            return *code;
        }
        let Ok(code) = u16::try_from(self.keys.len()) else { return NONE };
        Arc::make_mut(&mut self.keys).push(key.to_owned());
        Arc::make_mut(&mut self.codes).insert(key.to_owned(), code);
        code
    }

    pub(super) fn code(&self, key: &str) -> Option<u16> {
        self.codes.get(if key == NONE_KEY { "" } else { key }).copied()
    }

    pub(super) fn key(&self, code: u16) -> &str {
        self.keys.get(usize::from(code)).map_or("", String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }
}

/// The keys of one ledger.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionaries {
    pub(super) sector: Dictionary,
    pub(super) agency: Dictionary,
    pub(super) regency: Dictionary,
}

/// One combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Lane {
    /// What is counted: a stage's place in [`shared::complaint::Stage::ALL`], or working days.
    pub(super) measure: u16,
    pub(super) sector: u16,
    pub(super) agency: u16,
    pub(super) regency: u16,
    pub(super) class: Class,
    pub(super) channel: Channel,
}

/// All combinations in the order in which they came up. Lanes are added, never taken away.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes {
    pub(super) measure: Vec<u16>,
    pub(super) sector: Vec<u16>,
    pub(super) agency: Vec<u16>,
    pub(super) regency: Vec<u16>,
    pub(super) class: Vec<Class>,
    pub(super) channel: Vec<Channel>,
}

impl Lanes {
    pub(super) fn len(&self) -> usize {
        self.measure.len()
    }

    pub(super) fn push(&mut self, lane: Lane) {
        self.measure.push(lane.measure);
        self.sector.push(lane.sector);
        self.agency.push(lane.agency);
        self.regency.push(lane.regency);
        self.class.push(lane.class);
        self.channel.push(lane.channel);
    }

    /// The slot of each lane in a sum: [`LEFT_OUT`] where the filter leaves it out, else what `slot` says.
    /// The filter's stage and months are not looked at: not every ledger has stages, and lanes have no month.
    pub(super) fn slots(
        &self,
        filter: &Filter,
        keys: &Dictionaries,
        slot: impl Fn(&Self, usize) -> u32,
    ) -> Vec<u32> {
        let mut slots: Vec<u32> = (0..self.len()).map(|lane| slot(self, lane)).collect();
        keep_key(&mut slots, &self.sector, filter.sector.as_deref(), &keys.sector);
        keep_key(&mut slots, &self.agency, filter.agency.as_deref(), &keys.agency);
        keep_key(&mut slots, &self.regency, filter.region.as_deref(), &keys.regency);
        keep(&mut slots, &self.class, filter.class);
        keep(&mut slots, &self.channel, filter.channel);
        slots
    }
}

fn keep_key(slots: &mut [u32], column: &[u16], wanted: Option<&str>, keys: &Dictionary) {
    match wanted.map(|key| keys.code(key)) {
        None => {}
        Some(Some(code)) => keep(slots, column, Some(code)),
        // A key that no complaint has ever had.
        Some(None) => slots.fill(LEFT_OUT),
    }
}

/// Without branches: which lanes match cannot be predicted, and a wrong guess costs more than a multiplication.
fn keep<T: Copy + PartialEq>(slots: &mut [u32], column: &[T], wanted: Option<T>) {
    const { assert!(LEFT_OUT == 0, "a product with no leaves a lane out") };
    if let Some(wanted) = wanted {
        for (slot, found) in slots.iter_mut().zip(column) {
            *slot *= u32::from(*found == wanted);
        }
    }
}
