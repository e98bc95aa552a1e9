//! `GET /api/v1/desk/late.csv` and `.xlsx`: every late case, a sheet for each agency.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use shared::complaint::Stage;
use shared::lang::Lang;

use super::Scope;
use super::export::agency_label;
use super::store::{self, LateCase};
use crate::complaint::view::with_dashes;
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::Language;
use crate::platform::settings::Settings;
use crate::platform::sheet::{Cell, Sheet, download};
use crate::state::AppState;

/// Letters of a sheet's name.
const NAME_MAX: usize = 31;

/// As text.
pub async fn csv(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
) -> Result<Response, Error> {
    let (settings, today) = (state.settings(), state.settings().today(&state.clock));
    let cases = cases(&state, &staff).await?;
    let sheet = sheet(lang, &settings, today, cases.iter());
    download(sheet.to_csv().into_bytes(), &format!("terlambat-{today}.csv"))
}

/// As a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
) -> Result<Response, Error> {
    let (settings, today) = (state.settings(), state.settings().today(&state.clock));
    let cases = cases(&state, &staff).await?;
    let mut by_agency: BTreeMap<Option<&str>, Vec<&LateCase>> = BTreeMap::new();
    for case in &cases {
        by_agency.entry(case.agency.as_deref()).or_default().push(case);
    }
    let all = lang.figures().late_all.to_owned();
    let mut sheets = vec![Sheet { name: all, ..sheet(lang, &settings, today, cases.iter()) }];
    for (agency, cases) in by_agency {
        // Keys are short and hold no sign that a sheet's name must not have; labels may.
        let name: String = agency.unwrap_or("-").chars().take(NAME_MAX).collect();
        sheets.push(Sheet { name, ..sheet(lang, &settings, today, cases.into_iter()) });
    }
    let book = Sheet::to_xlsx(&sheets).map_err(Error::internal)?;
    download(book, &format!("terlambat-{today}.xlsx"))
}

/// The late cases that somebody may see.
async fn cases(state: &AppState, staff: &Staff) -> Result<Vec<LateCase>, Error> {
    let scope = Scope::of(staff)?;
    let today = state.settings().today(&state.clock);
    let late = store::late(&mut state.db.read().await?, today).await?;
    let is_seen = |case: &LateCase| match &case.agency {
        Some(agency) => scope.has(agency),
        None => matches!(scope, Scope::All),
    };
    Ok(late.into_iter().filter(is_seen).collect())
}

fn sheet<'c>(
    lang: Lang,
    settings: &Settings,
    today: shared::calendar::Day,
    cases: impl Iterator<Item = &'c LateCase>,
) -> Sheet {
    let texts = lang.figures();
    let head = [texts.code, texts.agency, texts.stage, texts.due_on, texts.days_late, texts.officer];
    let row = |case: &LateCase| {
        let stage =
            case.stage.parse::<Stage>().map_or_else(|_| case.stage.clone(), |it| lang.stage(it).to_owned());
        let agency = case.agency.as_deref().map(|key| agency_label(lang, settings, key)).unwrap_or_default();
        vec![
            Cell::from(with_dashes(&case.code)),
            Cell::from(agency),
            Cell::from(stage),
            Cell::from(case.due_on.to_string()),
            Cell::from(settings.holidays.working_days_between(case.due_on, today)),
            Cell::from(case.assigned.clone().unwrap_or_default()),
        ]
    };
    Sheet { name: String::new(), head: head.map(str::to_owned).to_vec(), rows: cases.map(row).collect() }
}
