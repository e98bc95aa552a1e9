//! `GET /api/v1/desk/information-requests.csv` and `.xlsx`: the register of a year as far as whoever asks may see it, without who asked.

use axum::extract::State;
use axum::response::Response;
use shared::access::{Duty, RequestRelation, may_answer_request};
use shared::calendar::Day;
use shared::lang::Lang;
use shared::request::{RequestAction, RequestProfile};

use super::store::{self, Entry};
use super::{language, year};
use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::http::{Language, Pairs};
use crate::platform::settings::Settings;
use crate::platform::sheet::{Cell, Sheet, download};
use crate::state::AppState;

/// As text.
pub async fn csv(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let (year, sheet) = register(&state, &staff, lang, &pairs).await?;
    download(sheet.to_csv().into_bytes(), &format!("register-permohonan-{year}.csv"))
}

/// As a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    staff: Staff,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let (year, sheet) = register(&state, &staff, lang, &pairs).await?;
    let book = Sheet::to_xlsx(&[sheet]).map_err(Error::internal)?;
    download(book, &format!("register-permohonan-{year}.xlsx"))
}

async fn register(state: &AppState, staff: &Staff, lang: Lang, pairs: &Pairs) -> Result<(i16, Sheet), Error> {
    staff.must_keep(Duty::Requests)?;
    pairs.only(|name| matches!(name, "year" | "lang"))?;
    let lang = language(pairs, lang)?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let year = year(pairs, today)?;
    let entries = store::of_year(&mut state.db.read().await?, year).await?;
    let texts = lang.request_register();
    let head = [
        texts.number,
        texts.received_on,
        texts.what,
        texts.agency,
        texts.stage,
        texts.outcome,
        texts.days,
        texts.due_on,
        texts.late_days,
        texts.objections,
    ];
    let seen = entries.iter().filter(|entry| may_see(staff, entry));
    let sheet = Sheet {
        name: texts.sheet.to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: seen.map(|entry| row(lang, &settings, entry, today)).collect(),
    };
    Ok((year, sheet))
}

/// The same rule as for a request's own page.
fn may_see(staff: &Staff, entry: &Entry) -> bool {
    staff.roles.iter().any(|held| {
        let is_theirs = held.agency.is_some() && held.agency == entry.agency;
        let relation = RequestRelation { is_theirs, has_objection: entry.is_objected_to() };
        may_answer_request(held.role, RequestAction::See, relation).is_ok()
    })
}

fn row(lang: Lang, settings: &Settings, entry: &Entry, today: Day) -> Vec<Cell> {
    let profile: Option<&RequestProfile> = settings.request_profile(entry.told.course.received_on);
    let line = entry.told.line(profile, &settings.holidays, today);
    let agency =
        entry.agency.as_deref().map(|key| settings.agency(key).map_or(key, |agency| agency.name(lang)));
    let objections = entry.told.objections.iter().map(|(ground, outcome)| {
        let outcome =
            outcome.map_or(lang.request_register().waiting, |outcome| lang.decision_outcome(outcome));
        [lang.ground(*ground), ": ", outcome].concat()
    });
    let day = |day: Option<Day>| day.map_or(Cell::Empty, |day| Cell::from(day.to_string()));
    vec![
        Cell::from(line.number),
        day(Some(line.received_on)),
        Cell::from(entry.what.clone()),
        agency.map_or(Cell::Empty, |name| Cell::from(name.to_owned())),
        Cell::from(lang.request_stage(entry.stage).to_owned()),
        Cell::from(lang.request_outcome(line.outcome).to_owned()),
        Cell::from(line.days),
        // What must be done next, which may be a decision; else the last day that the notice had.
        day(entry.due_on.or(line.due_on)),
        Cell::from(line.late_days),
        Cell::from(objections.collect::<Vec<_>>().join("; ")),
    ]
}
