//! `/informasi/laporan`: the yearly report as a page without scripts, to be read and printed.

mod charts;
mod headline;
mod lists;

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use shared::api::{REQUEST_REPORT_CSV_PATH, REQUEST_REPORT_XLSX_PATH};
use shared::calendar::Day;
use shared::lang::{Lang, fill};
use shared::request::RequestReport;

use super::{report, year};
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::kept::Moment;
use crate::platform::pages::{self, Document, Keep, Reader, chart};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// The page's address.
const PATH: &str = "/informasi/laporan";

/// The report of the year that is asked for, or of this one as it stands.
pub async fn handle(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Result<Response, Error> {
    pairs.only(|name| name == "year")?;
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let asked = year(&pairs, today)?;
    // All requests of a year are counted: once for each change, not for each reader.
    let moment = Moment { revision: state.ledger.snapshot().revision(), today, settings: settings.clone() };
    let name = format!("report {asked} {} {}", reader.lang.tag(), reader.theme.as_str());
    let page = state.kept.get_or(moment, name, async || -> Result<Vec<u8>, Error> {
        let report = report(&state, &settings, asked).await?;
        Ok(write(reader, &settings, today, &report))
    });
    Ok(pages::page(StatusCode::OK, page.await?, Keep::Ask, &headers))
}

fn write(reader: Reader, settings: &Settings, today: Day, report: &RequestReport) -> Vec<u8> {
    let texts = reader.lang.report();
    let title = fill(texts.year_title, &[("year", &report.year.to_string())]);
    let path = address(report.year);
    let page = Document {
        reader,
        settings,
        today,
        // This year's stands at the address without a year.
        path: if report.year == today.year() { PATH } else { &path },
        title: &title,
        description: Some(texts.lead),
        picture: None,
        above: None,
        main: article(reader.lang, report, &title),
        data: Vec::new(),
    };
    page.write().into()
}

fn address(year: i16) -> String {
    format!("{PATH}?year={year:04}")
}

fn article(lang: Lang, report: &RequestReport, title: &str) -> Markup {
    let texts = lang.report();
    let is_empty = report.received == 0;
    html! {
        // The styles stand within the article, so that it keeps them when the application takes over.
        div class="page information report" {
            @if let Some(address) = pages::asset("information", "css") { link rel="stylesheet" href=(address); }
            (chart::patterns())
            h1 tabindex="-1" { (title) }
            p class="lead" { (texts.lead) }
            (years(lang, report))
            p class="fine" {
                (fill(texts.counted, &[("day", &lang.day_long(report.as_of))])) " " (texts.nobody)
                @if !report.confirmed { " " (lang.request().unconfirmed) }
            }
            @if is_empty {
                div class="empty" role="status" {
                    p { (fill(texts.none, &[("year", &report.year.to_string())])) }
                    p { a href="/permohonan" rel="external" { (texts.ask) } }
                }
            } @else {
                (headline::headline(lang, report))
                (charts::charts(lang, report))
                (lists::refusals(lang, report))
                (lists::disputes(lang, report))
                (lists::each(lang, report))
            }
            p class="fine no-print" {
                @if !is_empty {
                    (texts.download) " "
                    a href=(file(REQUEST_REPORT_CSV_PATH, lang, report.year)) rel="external" download="" { "CSV" }
                    " · "
                    a href=(file(REQUEST_REPORT_XLSX_PATH, lang, report.year)) rel="external" download="" { "XLSX" }
                    " · " (texts.print) " · "
                }
                a href="/informasi" rel="external" { (texts.to_list) }
            }
        }
    }
}

/// The years as links; the one that is read is none.
fn years(lang: Lang, report: &RequestReport) -> Markup {
    html! {
        nav class="information-pages no-print" aria-label=(lang.report().years) {
            @for year in &report.years {
                @if *year == report.year {
                    strong aria-current="page" { (year) }
                } @else {
                    a class="button button-quiet" href=(address(*year)) rel="external" { (year) }
                }
            }
        }
    }
}

fn file(path: &str, lang: Lang, year: i16) -> String {
    format!("{path}?year={year:04}&lang={}", lang.tag())
}
