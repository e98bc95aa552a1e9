//! Reads the rows of a table, and tells everything that is wrong with them.

use shared::calendar::Day;
use shared::information::{CheckedInformation, ImportColumn, InformationFault, NewInformation};
use shared::lang::Lang;
use shared::problem::{FieldProblem, Problem};

use crate::platform::settings::Settings;
use crate::platform::sheet::{Row as Cells, Table};

/// A table, read.
pub struct Read {
    /// Rows that it has.
    pub count: usize,
    /// Those that keep every rule.
    pub rows: Vec<Row>,
    /// What is wrong with the others, in the order of the table.
    pub faults: Vec<InformationFault>,
    /// Columns whose name says nothing.
    pub unread: Vec<String>,
}

/// A row that keeps every rule.
pub struct Row {
    /// Its line.
    pub line: u32,
    /// What it says.
    pub says: CheckedInformation,
}

/// Reads it. Where a row names no agency it is the one that is given; `may` says whether somebody may write for one.
pub fn read(
    table: &Table,
    settings: &Settings,
    today: Day,
    agency: Option<&str>,
    may: impl Fn(&CheckedInformation) -> bool,
) -> Read {
    let mut columns: Vec<Option<ImportColumn>> = Vec::new();
    let mut unread = Vec::new();
    for name in &table.columns {
        // Of two columns of one meaning the first is read.
        let column = ImportColumn::of_name(name).filter(|column| !columns.contains(&Some(*column)));
        if column.is_none() && !name.is_empty() {
            unread.push(name.clone());
        }
        columns.push(column);
    }
    let mut read = Read { count: table.rows.len(), rows: Vec::new(), faults: Vec::new(), unread };
    for row in &table.rows {
        match says(settings, today, agency, &columns, row) {
            Ok(says) if may(&says) => read.rows.push(Row { line: row.line, says }),
            Ok(_) => {
                read.faults.push(fault(row.line, FieldProblem::new("agency", Problem::UnknownValue)));
            }
            Err(problems) => read.faults.extend(problems.into_iter().map(|one| fault(row.line, one))),
        }
    }
    read
}

fn fault(line: u32, problem: FieldProblem) -> InformationFault {
    InformationFault { line, problem }
}

fn says(
    settings: &Settings,
    today: Day,
    agency: Option<&str>,
    columns: &[Option<ImportColumn>],
    row: &Cells,
) -> Result<CheckedInformation, Vec<FieldProblem>> {
    let (mut new, mut problems) = (NewInformation::default(), Vec::new());
    for (column, cell) in columns.iter().zip(&row.cells) {
        let Some(column) = column else { continue };
        if let Err(field) = column.put(cell, &mut new) {
            problems.push(FieldProblem::new(field, Problem::UnknownValue));
        }
    }
    new.agency = match (&*new.agency, agency) {
        ("", Some(agency)) => agency.to_owned(),
        (named, _) => key_of(settings, named).unwrap_or(named).to_owned(),
    };
    let is_agency = |key: &str| settings.agency(key).is_some_and(|agency| !agency.retired);
    match new.check(today, is_agency) {
        Ok(says) if problems.is_empty() => Ok(says),
        Ok(_) => Err(problems),
        // A word that is unknown left its field empty, which is not what is wrong with it.
        Err(found) => {
            let is_told = |one: &FieldProblem| problems.iter().any(|told| told.field == one.field);
            let others: Vec<_> = found.into_iter().filter(|one| !is_told(one)).collect();
            Err(problems.into_iter().chain(others).collect())
        }
    }
}

/// The key of an agency that a table names by its key or by its name in either language.
fn key_of<'a>(settings: &'a Settings, named: &str) -> Option<&'a str> {
    let named = named.to_lowercase();
    let is_it = |agency: &&shared::instance::Agency| {
        agency.key == named
            || [Lang::Id, Lang::En].iter().any(|lang| agency.name(*lang).to_lowercase() == named)
    };
    settings.agencies.iter().find(is_it).map(|agency| &*agency.key)
}
