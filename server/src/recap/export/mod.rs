//! The recap as files for spreadsheets.

mod csv;
mod words;
mod xlsx;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use shared::recap::Recap;

use super::asked::{Asked, FRESH};
use super::count::recap;
use super::question::Question;
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
    const CSV: HeaderValue = HeaderValue::from_static("text/csv; charset=utf-8");
    let asked = Asked::read(&state, &pairs, &["by", "lang"], lang).map_err(Error::invalid)?;
    let recap = recap(&asked.question, asked.moment());
    file(to_csv(&recap).into_bytes(), &recap, "csv", CSV)
}

/// The recap as a workbook.
pub async fn xlsx(
    State(state): State<AppState>,
    Language(lang): Language,
    pairs: Pairs,
) -> Result<Response, Error> {
    const XLSX: HeaderValue =
        HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let asked = Asked::read(&state, &pairs, &["by", "lang"], lang).map_err(Error::invalid)?;
    let moment = asked.moment();
    let recap = recap(&asked.question, moment);
    let local = asked.settings.offset().to_datetime(moment.taken_at).strftime("%Y-%m-%d %H:%M:%S");
    let about = About {
        question: &asked.question,
        instance: &asked.settings.instance.name,
        taken: format!("{local} {}", asked.settings.instance.time_zone),
    };
    let book = to_xlsx(&recap, &about).map_err(Error::internal)?;
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
