//! A row of an export: what its cells mean under a mapping.

use std::collections::BTreeMap;

use shared::calendar::{Day, read_day};
use shared::complaint::lapor::{LaporFault, LaporField, LaporMapping, UnknownWordOf, guess_stage};
use shared::complaint::{Class, LaporId, Stage};
use shared::problem::Problem;
use shared::text::{CONTENT_MAX, Content, TITLE_MAX, Title};

use crate::platform::settings::Settings;

/// Faults that are told; more are only counted.
const FAULTS_TOLD: usize = 50;

/// A row that can be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) lapor_id: String,
    pub(super) received_on: Day,
    pub(super) title: String,
    pub(super) content: String,
    pub(super) status: String,
    pub(super) stage: Stage,
    pub(super) class: Class,
    pub(super) sector: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) regency: Option<String>,
}

/// What was read of an export.
#[derive(Default)]
pub(super) struct Read {
    pub(super) rows: Vec<Row>,
    pub(super) faults: Vec<LaporFault>,
    pub(super) fault_count: u32,
    pub(super) unknown: Vec<UnknownWordOf>,
}

/// Reads all rows. Of two rows of one id the later one is a fault.
pub(super) fn read(
    columns: &[String],
    cells: &[Vec<String>],
    mapping: &LaporMapping,
    settings: &Settings,
    today: Day,
) -> Read {
    let place =
        |field| mapping.column(field).and_then(|name| columns.iter().position(|column| column == name));
    let places: BTreeMap<&str, usize> =
        LaporField::ALL.iter().filter_map(|field| Some((field.as_str(), place(*field)?))).collect();
    let mut read = Read::default();
    let mut unknown: BTreeMap<(&str, String), u32> = BTreeMap::new();
    let mut seen = BTreeMap::new();
    for (number, row) in (1u32..).zip(cells) {
        let cell = |field: LaporField| {
            places.get(field.as_str()).and_then(|place| row.get(*place)).map_or("", String::as_str)
        };
        let mut faults = Vec::new();
        let reader = Reader { cell: &cell, mapping, settings, today };
        let found = reader.row(number, &mut faults, &mut |field, word| {
            *unknown.entry((field, word.to_owned())).or_default() += 1;
        });
        if let Some(found) = found.filter(|_| faults.is_empty()) {
            if seen.insert(found.lapor_id.clone(), number).is_none() {
                read.rows.push(found);
                continue;
            }
            faults.push((LaporField::Id, Problem::Repeated));
        }
        read.fault_count += 1;
        let told = faults.into_iter().map(|(field, problem)| LaporFault { row: number, field, problem });
        let room = FAULTS_TOLD.saturating_sub(read.faults.len());
        read.faults.extend(told.take(room));
    }
    read.unknown = unknown
        .into_iter()
        .filter_map(|((field, word), rows)| Some(UnknownWordOf { field: field.parse().ok()?, word, rows }))
        .collect();
    read
}

struct Reader<'r, C> {
    cell: &'r C,
    mapping: &'r LaporMapping,
    settings: &'r Settings,
    today: Day,
}

impl<'r, C: Fn(LaporField) -> &'r str> Reader<'r, C> {
    fn row(
        &self,
        number: u32,
        faults: &mut Vec<(LaporField, Problem)>,
        unknown: &mut dyn FnMut(&'static str, &str),
    ) -> Option<Row> {
        let mut good =
            |field, read: Result<String, Problem>| read.map_err(|problem| faults.push((field, problem))).ok();
        let id =
            good(LaporField::Id, LaporId::parse(self.of(LaporField::Id)).map(|id| id.as_str().to_owned()));
        let title = good(LaporField::Title, self.title());
        let content = good(LaporField::Content, self.content());
        let received_on =
            self.received_on().map_err(|problem| faults.push((LaporField::ReceivedOn, problem))).ok();
        let stage = self.stage(unknown).map_err(|problem| faults.push((LaporField::Status, problem))).ok();
        let sector = self.key(LaporField::Sector, unknown, |word| self.sector(word));
        let agency = self.key(LaporField::Agency, unknown, |word| self.agency(word));
        Some(Row {
            number,
            lapor_id: id?,
            received_on: received_on?,
            title: title?,
            content: content?,
            status: self.of(LaporField::Status).chars().take(100).collect(),
            stage: stage?,
            class: self.class(),
            sector,
            agency,
            regency: self.regency(),
        })
    }

    fn of(&self, field: LaporField) -> &'r str {
        (self.cell)(field).trim()
    }

    /// A title that is too long for one line is cut; the content has all of it.
    fn title(&self) -> Result<String, Problem> {
        let line = self.of(LaporField::Title).split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = line.chars().take(TITLE_MAX as usize).collect();
        Title::parse(&cut).map(|title| title.as_str().to_owned())
    }

    /// Where a content is too short to stand alone, the title goes before it; one that is too long is cut.
    fn content(&self) -> Result<String, Problem> {
        let content = self.of(LaporField::Content);
        let read = |text: &str| {
            let cut: String = text.chars().take(CONTENT_MAX as usize).collect();
            Content::parse(&cut).map(|content| content.as_str().to_owned())
        };
        match read(content) {
            Err(Problem::TooShort(_)) => read(&[self.of(LaporField::Title), ". ", content].concat()),
            read => read,
        }
    }

    fn received_on(&self) -> Result<Day, Problem> {
        let raw = self.of(LaporField::ReceivedOn);
        if raw.is_empty() {
            return Err(Problem::Required);
        }
        // LAPOR! is younger than this century.
        let day = read_day(raw).filter(|day| day.year() >= 2000).ok_or(Problem::NotADate)?;
        if day > self.today { Err(Problem::InFuture) } else { Ok(day) }
    }

    fn stage(&self, unknown: &mut dyn FnMut(&'static str, &str)) -> Result<Stage, Problem> {
        let word = self.of(LaporField::Status);
        if word.is_empty() {
            return Err(Problem::Required);
        }
        let said = self.mapping.means(LaporField::Status, word).and_then(|means| means.parse().ok());
        said.or_else(|| guess_stage(word)).ok_or_else(|| {
            unknown(LaporField::Status.as_str(), word);
            Problem::UnknownValue
        })
    }

    fn class(&self) -> Class {
        let word = self.of(LaporField::Class).to_lowercase();
        match () {
            () if word.contains("aspirasi") => Class::Aspiration,
            () if word.contains("informasi") => Class::InformationRequest,
            () => Class::Complaint,
        }
    }

    /// The key that a word means: as was said, or as it is called here. Unknown ones are told and left open.
    fn key(
        &self,
        field: LaporField,
        unknown: &mut dyn FnMut(&'static str, &str),
        find: impl Fn(&str) -> Option<String>,
    ) -> Option<String> {
        let word = self.of(field);
        if word.is_empty() {
            return None;
        }
        let said = self.mapping.means(field, word).and_then(&find);
        said.or_else(|| find(word)).or_else(|| {
            unknown(field.as_str(), word);
            None
        })
    }

    fn sector(&self, word: &str) -> Option<String> {
        let sectors = self.settings.sectors.iter().map(|setting| &setting.sector);
        let mut named = sectors.filter(|it| same(&[&it.key, &it.label, &it.label_en], word));
        named.next().map(|sector| sector.key.clone())
    }

    fn agency(&self, word: &str) -> Option<String> {
        let mut named =
            self.settings.agencies.iter().filter(|it| same(&[&it.key, &it.label, &it.label_en], word));
        named.next().map(|agency| agency.key.clone())
    }

    fn regency(&self) -> Option<String> {
        let word = self.of(LaporField::Region).to_lowercase();
        let regencies = self.settings.children_of(&self.settings.instance.province_code).unwrap_or_default();
        let bare = |name: &str| {
            let name = name.to_lowercase();
            name.trim_start_matches("kabupaten ")
                .trim_start_matches("kab. ")
                .trim_start_matches("kota ")
                .to_owned()
        };
        let found = regencies
            .into_iter()
            .find(|it| it.code == word || !word.is_empty() && bare(&it.name) == bare(&word));
        found.map(|region| region.code)
    }
}

fn same(names: &[&String], word: &str) -> bool {
    names.iter().any(|name| name.to_lowercase() == word.to_lowercase())
}
