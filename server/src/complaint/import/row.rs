//! One row: what its columns mean, and the rules they keep.

use serde::{Deserialize, Serialize};
use shared::calendar::Day;
use shared::complaint::{Channel, Class, KnownKeys, Stage};
use shared::problem::Problem;
use shared::region::RegionCode;
use shared::text::{Content, Title};

use crate::platform::settings::Settings;

/// The columns that every file has, in any order.
pub(super) const COLUMNS: [&str; 9] =
    ["external_id", "received_on", "class", "sector", "agency", "region_code", "stage", "title", "content"];
/// The column that a file may have besides.
pub(super) const CHANNEL: &str = "channel";

/// Characters of an id where it came from.
const EXTERNAL_ID_MAX: u32 = 100;
/// A day longer ago is a typing error.
const YEARS_MAX: u32 = 50;

/// A row that keeps the rules, as it is staged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    /// Its place among the rows, from 1.
    pub(super) number: u64,
    /// The line it begins on.
    pub(super) line: u64,
    pub(super) channel: Channel,
    pub(super) external_id: String,
    pub(super) received_on: Day,
    pub(super) class: Class,
    pub(super) sector: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) region: Option<String>,
    pub(super) stage: Stage,
    pub(super) title: String,
    pub(super) content: String,
}

/// Reads the cells of a row. `cell` gives a column's text; problems go to `problem` by column.
pub(super) fn parse<'c>(
    (number, line): (u64, u64),
    cell: impl Fn(&str) -> &'c str,
    settings: &Settings,
    today: Day,
    mut problem: impl FnMut(&'static str, Problem),
) -> Option<Row> {
    let mut read = Cells { cell, problem: &mut problem };
    let external_id = read.required("external_id", external_id);
    let received_on = read.required("received_on", |text| received_on(text, today));
    let class = read.required("class", word::<Class>);
    let sector = read.optional("sector", |text| sector(text, settings));
    let agency = read.optional("agency", |text| agency(text, settings));
    let region = read.optional("region_code", |text| region(text, settings));
    let stage = read.required("stage", word::<Stage>);
    let title = read.required("title", Title::parse);
    let content = read.required("content", Content::parse);
    let channel = read.optional(CHANNEL, word::<Channel>);
    Some(Row {
        number,
        line,
        channel: channel?.unwrap_or(Channel::Lapor),
        external_id: external_id?,
        received_on: received_on?,
        class: class?,
        sector: sector?,
        agency: agency?,
        region: region?,
        stage: stage?,
        title: title?.as_str().to_owned(),
        content: content?.as_str().to_owned(),
    })
}

struct Cells<'p, C, P> {
    cell: C,
    problem: &'p mut P,
}

impl<'c, C: Fn(&str) -> &'c str, P: FnMut(&'static str, Problem)> Cells<'_, C, P> {
    fn required<T>(&mut self, column: &'static str, read: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let text = (self.cell)(column).trim();
        let read = if text.is_empty() { Err(Problem::Required) } else { read(text) };
        read.map_err(|problem| (self.problem)(column, problem)).ok()
    }

    /// The outer option tells whether the cell is good, the inner one whether there is anything in it.
    fn optional<T>(
        &mut self,
        column: &'static str,
        read: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<Option<T>> {
        let text = (self.cell)(column).trim();
        if text.is_empty() {
            return Some(None);
        }
        read(text).map(Some).map_err(|problem| (self.problem)(column, problem)).ok()
    }
}

fn external_id(text: &str) -> Result<String, Problem> {
    if text.chars().any(char::is_control) {
        return Err(Problem::ControlCharacters);
    }
    if text.chars().count() > EXTERNAL_ID_MAX as usize {
        return Err(Problem::TooLong(EXTERNAL_ID_MAX));
    }
    Ok(text.to_owned())
}

fn received_on(text: &str, today: Day) -> Result<Day, Problem> {
    let day = Day::parse(text)?;
    if day > today {
        return Err(Problem::InFuture);
    }
    if today.year() - day.year() > YEARS_MAX as i16 {
        return Err(Problem::TooOld(YEARS_MAX));
    }
    Ok(day)
}

fn word<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.to_ascii_lowercase().parse().map_err(|_| Problem::UnknownValue)
}

fn same(left: &str, right: &str) -> bool {
    left == right || left.to_lowercase() == right.to_lowercase()
}

fn sector(text: &str, settings: &Settings) -> Result<String, Problem> {
    let sectors = settings.sectors.iter().map(|setting| &setting.sector);
    let mut named = sectors
        .filter(|sector| [&sector.key, &sector.label, &sector.label_en].iter().any(|name| same(name, text)));
    named.next().map(|sector| sector.key.clone()).ok_or(Problem::UnknownValue)
}

fn agency(text: &str, settings: &Settings) -> Result<String, Problem> {
    let mut named = settings
        .agencies
        .iter()
        .filter(|agency| [&agency.key, &agency.label, &agency.label_en].iter().any(|name| same(name, text)));
    named.next().map(|agency| agency.key.clone()).ok_or(Problem::UnknownValue)
}

fn region(text: &str, settings: &Settings) -> Result<String, Problem> {
    let code = RegionCode::parse(text)?;
    if settings.has_region(&code) { Ok(code.as_str().to_owned()) } else { Err(Problem::UnknownValue) }
}
