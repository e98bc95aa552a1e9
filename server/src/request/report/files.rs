//! `GET /api/v1/information-requests/report.csv` and `.xlsx`: the report for spreadsheets. As text each request on a line, under
//! words that stay; as a workbook the figures first.

use axum::extract::State;
use axum::response::Response;
use shared::calendar::Month;
use shared::lang::Lang;
use shared::request::{ReportLine, RequestOutcome, RequestReport};

use super::{language, report, year};
use crate::error::Error;
use crate::platform::http::{Language, Pairs};
use crate::platform::sheet::{Cell, Sheet, download};
use crate::state::AppState;

/// The columns of the text, which programs rely on.
const COLUMNS: [&str; 9] =
    ["number", "received_on", "outcome", "told_on", "days", "due_on", "late_days", "extended", "objections"];

/// As text.
pub async fn csv(State(state): State<AppState>, pairs: Pairs) -> Result<Response, Error> {
    pairs.only(|name| matches!(name, "year" | "lang"))?;
    let settings = state.settings();
    let year = year(&pairs, settings.today(&state.clock))?;
    let report = report(&state, &settings, year).await?;
    let row = |line: &ReportLine| {
        let [number, received_on, told_on, due_on] = texts(line);
        vec![
            number,
            received_on,
            Cell::from(line.outcome.as_str().to_owned()),
            told_on,
            Cell::from(line.days),
            due_on,
            Cell::from(line.late_days),
            Cell::from(line.extended.to_string()),
            Cell::from(line.objections),
        ]
    };
    let rows = report.requests.iter().map(row).collect();
    let sheet = Sheet { name: String::new(), head: COLUMNS.map(str::to_owned).to_vec(), rows };
    download(sheet.to_csv().into_bytes(), &format!("laporan-permohonan-{year}.csv"))
}

/// As a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    pairs.only(|name| matches!(name, "year" | "lang"))?;
    let lang = language(&pairs, lang)?;
    let settings = state.settings();
    let year = year(&pairs, settings.today(&state.clock))?;
    let report = report(&state, &settings, year).await?;
    let sheets =
        [figures(lang, &report), requests(lang, &report), refusals(lang, &report), objections(lang, &report)];
    let book = Sheet::to_xlsx(&sheets).map_err(Error::internal)?;
    download(book, &format!("laporan-permohonan-{year}.xlsx"))
}

fn sheet(name: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: name.to_owned(), head: head.iter().map(|name| (*name).to_owned()).collect(), rows }
}

fn figures(lang: Lang, report: &RequestReport) -> Sheet {
    let texts = lang.report();
    let row = |name: &str, value: Cell| vec![Cell::from(name.to_owned()), value];
    let mut rows = vec![row(texts.received, Cell::from(report.received))];
    let outcomes = RequestOutcome::ALL.iter();
    rows.extend(outcomes.map(|one| row(lang.request_outcome(*one), Cell::from(report.of(*one)))));
    rows.extend([
        row(texts.extended, Cell::from(report.extended)),
        row(texts.late, Cell::from(report.late)),
        row(texts.late_open, Cell::from(report.late_open)),
        row(texts.median, Cell::from(report.days.median)),
        row(texts.mean, Cell::from(report.days.mean)),
        row(texts.longest, Cell::from(report.days.longest.map(f64::from))),
    ]);
    rows.extend(report.paces.iter().map(|pace| row(&lang.pace(pace), Cell::from(pace.count))));
    let months = (0..).zip(&report.months);
    rows.extend(months.map(|(month, count)| row(&month_of(lang, report.year, month), Cell::from(*count))));
    sheet(texts.figures, &[texts.measure, texts.count], rows)
}

fn requests(lang: Lang, report: &RequestReport) -> Sheet {
    let texts = lang.report();
    let head = [
        texts.number,
        texts.received_on,
        texts.outcome,
        texts.told_on,
        texts.days,
        texts.due_on,
        texts.late_days,
        texts.objections,
    ];
    let row = |line: &ReportLine| {
        let [number, received_on, told_on, due_on] = self::texts(line);
        vec![
            number,
            received_on,
            Cell::from(lang.request_outcome(line.outcome).to_owned()),
            told_on,
            Cell::from(line.days),
            due_on,
            Cell::from(line.late_days),
            Cell::from(line.objections),
        ]
    };
    sheet(texts.each, &head, report.requests.iter().map(row).collect())
}

fn refusals(lang: Lang, report: &RequestReport) -> Sheet {
    let texts = lang.report();
    let rows = report.refusals.iter().map(|one| vec![Cell::from(one.article.clone()), Cell::from(one.count)]);
    sheet(texts.by_article, &[texts.article, texts.count], rows.collect())
}

fn objections(lang: Lang, report: &RequestReport) -> Sheet {
    let texts = lang.report();
    let rows = report.objections.iter().map(|one| {
        vec![
            Cell::from(lang.ground(one.ground).to_owned()),
            Cell::from(one.upheld),
            Cell::from(one.dismissed),
            Cell::from(one.waiting),
        ]
    });
    sheet(texts.by_ground, &[texts.ground, texts.upheld, texts.dismissed, texts.waiting], rows.collect())
}

/// What is written as words of a request: its number and its days.
fn texts(line: &ReportLine) -> [Cell; 4] {
    let day = |day: Option<shared::calendar::Day>| day.map_or(Cell::Empty, |day| Cell::from(day.to_string()));
    [Cell::from(line.number.clone()), day(Some(line.received_on)), day(line.told_on), day(line.due_on)]
}

/// A month of a year by its place, from 0.
pub(super) fn month_of(lang: Lang, year: i16, place: i32) -> String {
    let first = Month::parse(&format!("{year:04}-01")).expect("a year of four digits has a January");
    lang.month_long(first.plus(place))
}
