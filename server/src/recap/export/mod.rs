//! The recap as files for spreadsheets.

mod csv;
mod words;
mod xlsx;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use shared::recap::Recap;

use super::count::{Moment, recap};
use super::question::Question;
use super::show::FRESH;
use crate::error::Error;
use crate::platform::http::{Language, Pairs};
use crate::state::AppState;

pub use csv::to_csv;
pub use xlsx::to_xlsx;

/// What a workbook says about itself, besides the recap.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The question, which names the filter and the language.
    pub question: &'a Question,
    /// The instance's name.
    pub instance: &'a str,
    /// The moment it was taken, in local time and with the time zone's name.
    pub taken: String,
}

/// The recap as CSV.
pub async fn csv(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let question =
        Question::parse(&pairs, &["by", "lang"], &settings, today, lang).map_err(Error::invalid)?;
    let ledger = state.ledger.snapshot();
    let moment = Moment { ledger: &ledger, settings: &settings, taken_at: state.clock.now() };
    let recap = recap(&question, moment);
    file(to_csv(&recap).into_bytes(), &recap, "csv", HeaderValue::from_static("text/csv; charset=utf-8"))
}

/// The recap as a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let question =
        Question::parse(&pairs, &["by", "lang"], &settings, today, lang).map_err(Error::invalid)?;
    let ledger = state.ledger.snapshot();
    let taken_at = state.clock.now();
    let recap = recap(&question, Moment { ledger: &ledger, settings: &settings, taken_at });
    let local = settings.offset().to_datetime(taken_at).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let about = About {
        question: &question,
        instance: &settings.instance.name,
        taken: format!("{local} {}", settings.instance.time_zone),
    };
    let book = to_xlsx(&recap, &about).map_err(Error::internal)?;
    const XLSX: HeaderValue =
        HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    file(book, &recap, "xlsx", XLSX)
}

/// A download whose name is the same for the same question: what is counted and as of when.
fn file(body: Vec<u8>, recap: &Recap, ending: &str, media: HeaderValue) -> Result<Response, Error> {
    let name = format!("attachment; filename=\"rekap-{}-{}.{ending}\"", recap.by, recap.as_of);
    let name = HeaderValue::try_from(name).map_err(Error::internal)?;
    let headers =
        [(header::CONTENT_TYPE, media), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, FRESH)];
    Ok((headers, body).into_response())
}
