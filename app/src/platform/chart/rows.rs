//! From a recap's rows to what charts are laid out from.

use shared::calendar::Month;
use shared::chart::{Bar, Column, Part};
use shared::complaint::{Group, Stage};
use shared::lang::{Lang, fill};
use shared::recap::{GroupCounts, Row};

use super::words::{complaints, digits, month_names};

/// The bar of a row.
pub fn bar(lang: Lang, row: &Row) -> Bar {
    Bar {
        key: row.key.clone(),
        label: row.label.clone(),
        text: digits(lang, row.count),
        title: title(lang, &row.label, row.count),
        parts: parts(lang, row),
    }
}

/// The parts of the bar of all stages.
pub fn stage_parts(lang: Lang, rows: &[Row]) -> Vec<Part> {
    let part = |row: &Row| Part {
        key: row.key.clone(),
        group: row.key.parse::<Stage>().ok().and_then(Stage::group),
        value: row.count,
        text: digits(lang, row.count),
        // The list below names them all; names over some of the parts would only repeat it.
        label: String::new(),
        title: title(lang, &row.label, row.count),
    };
    rows.iter().map(part).collect()
}

/// The parts of the bar of all groups.
pub fn group_parts(lang: Lang, groups: &GroupCounts) -> Vec<Part> {
    let part = |group: &Group| {
        let (label, value) = (lang.group(*group), groups.get(*group));
        Part {
            key: group.to_string(),
            group: Some(*group),
            value,
            text: digits(lang, value),
            label: String::new(),
            title: title(lang, label, value),
        }
    };
    Group::ALL.iter().map(part).collect()
}

/// The columns of the last `most` months up to the last one that has complaints, from the first one among them that has
/// any, and how many complaints are of earlier ones.
pub fn months(lang: Lang, rows: &[Row], most: i32) -> (Vec<Column>, u64) {
    let known: Vec<(Month, &Row)> =
        rows.iter().filter_map(|row| Some((Month::parse(&row.key).ok()?, row))).collect();
    let Some(last) = known.iter().map(|(month, _)| *month).max() else { return (Vec::new(), 0) };
    let earliest = last.plus(1 - most);
    let (drawn, earlier): (Vec<_>, Vec<_>) = known.into_iter().partition(|(month, _)| *month >= earliest);
    let mut month = drawn.iter().map(|(month, _)| *month).min().unwrap_or(last);
    let mut columns = Vec::new();
    while month <= last {
        let row = drawn.iter().find(|(known, _)| *known == month).map(|(_, row)| *row);
        columns.push(column(lang, month, row));
        month = month.plus(1);
    }
    (columns, earlier.iter().map(|(_, row)| row.count).sum())
}

fn column(lang: Lang, month: Month, row: Option<&Row>) -> Column {
    let count = row.map_or(0, |row| row.count);
    let (short, long) = month_names(lang, month);
    Column {
        key: month.to_string(),
        label: short,
        shared: month.year().to_string(),
        text: digits(lang, count),
        title: title(lang, &long, count),
        parts: row.map(|row| parts(lang, row)).unwrap_or_default(),
    }
}

/// What a row's count is made of; one part where it is not split.
fn parts(lang: Lang, row: &Row) -> Vec<Part> {
    let part = |group: Option<Group>, value: u64| {
        let name = group.map_or(lang.recap().unsplit, |group| lang.group(group));
        let count = complaints(lang, value);
        Part {
            key: String::new(),
            group,
            value,
            text: digits(lang, value),
            label: String::new(),
            title: fill(lang.recap().part, &[("name", &row.label), ("group", name), ("count", &count)]),
        }
    };
    let present = Group::ALL.iter().filter(|group| row.groups.get(**group) > 0);
    let mut parts: Vec<Part> = present.map(|group| part(Some(*group), row.groups.get(*group))).collect();
    let rest = row.count.saturating_sub(row.groups.total());
    if rest > 0 {
        parts.push(part(None, rest));
    }
    parts
}

fn title(lang: Lang, name: &str, count: u64) -> String {
    fill(lang.recap().mark, &[("name", name), ("count", &complaints(lang, count))])
}
