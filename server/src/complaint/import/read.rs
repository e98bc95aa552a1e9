//! Reading the file: its header, its lines, and ids that come twice.

use std::collections::HashMap;
use std::io;

use csv::ByteRecord;
use sha2::{Digest, Sha256};
use shared::calendar::Day;
use shared::problem::Problem;

use super::Fault;
use super::lines::Lines;
use super::row::{CHANNEL, COLUMNS, Row, parse};
use crate::platform::settings::Settings;

/// The first half of the hash of a channel and an id: enough to tell ids apart, whatever their length.
type IdHash = [u8; 16];

/// A file being read.
pub(super) struct Reader<'s, R> {
    csv: csv::Reader<Lines<R>>,
    settings: &'s Settings,
    today: Day,
    columns: Option<HashMap<&'static str, usize>>,
    width: usize,
    seen: HashMap<IdHash, u64>,
    rows: u64,
}

impl<'s, R: io::Read> Reader<'s, R> {
    pub(super) fn new(file: R, settings: &'s Settings, today: Day) -> Self {
        let csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(Lines::new(file));
        Self { csv, settings, today, columns: None, width: 0, seen: HashMap::new(), rows: 0 }
    }

    /// The next rows that keep the rules, `count` at most; none at the end of the file, or where the header is wrong.
    pub(super) fn next(&mut self, count: usize, faults: &mut Vec<Fault>) -> io::Result<Vec<Row>> {
        let mut rows = Vec::new();
        let mut record = ByteRecord::new();
        if self.columns.is_none() {
            self.csv.read_byte_record(&mut record)?;
            let columns = header(&record, faults);
            self.width = record.len();
            if !faults.is_empty() {
                return Ok(rows);
            }
            self.columns = Some(columns);
        }
        while rows.len() < count && self.csv.read_byte_record(&mut record)? {
            self.rows += 1;
            rows.extend(self.row(&record, faults));
        }
        Ok(rows)
    }

    /// Rows read so far.
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    /// The hash of what was read: the whole file, once [`Self::next`] has come to its end.
    pub(super) fn sha256(&self) -> [u8; 32] {
        self.csv.get_ref().sha256()
    }

    fn row(&mut self, record: &ByteRecord, faults: &mut Vec<Fault>) -> Option<Row> {
        // The reader tells where it stands, which is behind the record and its line breaks; where the record began it
        // tells only roughly, since blank lines may come before.
        let breaks = record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let line = self.csv.position().line() - 1 - breaks;
        let columns = self.columns.as_ref()?;
        if record.len() > self.width {
            faults.push(Fault::new(line, "row", Problem::UnknownField));
            return None;
        }
        let mut texts: HashMap<&str, &str> = HashMap::new();
        for (name, index) in columns {
            match record.get(*index).map(std::str::from_utf8) {
                Some(Ok(text)) => drop(texts.insert(name, text)),
                Some(Err(_)) => faults.push(Fault::new(line, name, Problem::ControlCharacters)),
                None => {}
            }
        }
        let cell = |name: &str| texts.get(name).copied().unwrap_or_default();
        let problem = |column: &str, problem| {
            // What is not text has been told already.
            if texts.contains_key(column) || columns.get(column).is_none_or(|index| *index >= record.len()) {
                faults.push(Fault::new(line, column, problem));
            }
        };
        let row = parse((self.rows, line), cell, self.settings, self.today, problem)?;
        let id =
            Sha256::new().chain_update(row.channel.as_str()).chain_update([0]).chain_update(&row.external_id);
        let id: [u8; 32] = id.finalize().into();
        let id: IdHash = id.first_chunk().copied()?;
        if self.seen.insert(id, line).is_some() {
            faults.push(Fault::new(line, "external_id", Problem::Repeated));
            return None;
        }
        Some(row)
    }
}

/// Where each column stands. What is missing, unknown or there twice is a fault of line 1.
fn header(record: &ByteRecord, faults: &mut Vec<Fault>) -> HashMap<&'static str, usize> {
    let mut columns = HashMap::new();
    for (index, name) in record.iter().enumerate() {
        let name = String::from_utf8_lossy(name).trim().to_lowercase();
        match COLUMNS.iter().chain([&CHANNEL]).find(|known| **known == name) {
            Some(known) if columns.contains_key(known) => {
                faults.push(Fault::new(1, known, Problem::Repeated))
            }
            Some(known) => drop(columns.insert(*known, index)),
            None => faults.push(Fault::new(1, &shown(&name), Problem::UnknownField)),
        }
    }
    let missing = COLUMNS.iter().filter(|name| !columns.contains_key(*name));
    faults.extend(missing.map(|name| Fault::new(1, name, Problem::Required)));
    columns
}

/// A name that came from a file, fit to be printed.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}
