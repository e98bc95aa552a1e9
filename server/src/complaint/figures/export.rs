//! `GET /api/v1/desk/figures.csv` and `.xlsx`: the same for spreadsheets.

use axum::extract::State;
use axum::response::Response;
use shared::complaint::desk::FigureRow;
use shared::lang::Lang;

use super::show::figures;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Language, Pairs};
use crate::platform::settings::Settings;
use crate::platform::sheet::{Cell, Sheet, download};
use crate::state::AppState;

/// As text: agencies first, then people.
pub async fn csv(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let found = figures(&state, &staff, &pairs).await?;
    let rows: Vec<_> = found.agencies.iter().chain(&found.officers).cloned().collect();
    let sheet = sheet(lang, &state.settings(), &rows);
    download(sheet.to_csv().into_bytes(), &format!("angka-{}-{}.csv", found.from, found.to))
}

/// As a workbook: agencies and people on a sheet each.
pub async fn xlsx(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let found = figures(&state, &staff, &pairs).await?;
    let settings = state.settings();
    let texts = lang.figures();
    let mut sheets =
        vec![Sheet { name: texts.agencies.to_owned(), ..sheet(lang, &settings, &found.agencies) }];
    if !found.officers.is_empty() {
        sheets.push(Sheet { name: texts.officers.to_owned(), ..sheet(lang, &settings, &found.officers) });
    }
    let book = Sheet::to_xlsx(&sheets).map_err(Error::internal)?;
    download(book, &format!("angka-{}-{}.xlsx", found.from, found.to))
}

fn sheet(lang: Lang, settings: &Settings, rows: &[FigureRow]) -> Sheet {
    let texts = lang.figures();
    let head = [
        texts.agency,
        texts.officer,
        texts.answered,
        texts.median_days,
        texts.refused,
        texts.reopened,
        texts.checked,
        texts.open,
        texts.late,
    ];
    let row = |row: &FigureRow| {
        vec![
            Cell::from(agency_label(lang, settings, &row.agency)),
            Cell::from(row.officer.clone().unwrap_or_default()),
            Cell::from(row.answered),
            Cell::from(row.median_days),
            Cell::from(row.refused),
            Cell::from(row.reopened),
            Cell::from(row.checked),
            Cell::from(row.open),
            Cell::from(row.late),
        ]
    };
    Sheet {
        name: String::new(),
        head: head.map(str::to_owned).to_vec(),
        rows: rows.iter().map(row).collect(),
    }
}

/// An agency's name.
pub(super) fn agency_label(lang: Lang, settings: &Settings, key: &str) -> String {
    settings.agency(key).map_or(key, |agency| agency.name(lang)).to_owned()
}
