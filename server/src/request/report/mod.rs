//! The yearly report on requests (UU 14/2008, article 12) and the register. Neither reads who asks.

mod store;

pub mod show;

pub mod files;
pub mod page;

pub mod register;

use shared::calendar::Day;
use shared::lang::Lang;
use shared::problem::Problem;
use shared::request::{RequestReport, RequestTold};

use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// The year that is asked for; this one unless another is.
///
/// # Errors
/// What is no year, and one that has not begun.
fn year(pairs: &Pairs, today: Day) -> Result<i16, Error> {
    let Some(typed) = pairs.get("year").map(str::trim) else { return Ok(today.year()) };
    let is_year = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    let year = typed.parse().ok().filter(|_| is_year);
    let year: i16 = year.ok_or_else(|| Error::field("year", Problem::UnknownValue))?;
    if year > today.year() { Err(Error::field("year", Problem::InFuture)) } else { Ok(year) }
}

/// The language of a file: what its address says, else what the reader's browser does.
///
/// # Errors
/// One that is not known.
fn language(pairs: &Pairs, lang: Lang) -> Result<Lang, Error> {
    match pairs.get("lang") {
        Some(tag) => tag.parse().map_err(|_| Error::field("lang", Problem::UnknownValue)),
        None => Ok(lang),
    }
}

/// The report of a year.
///
/// # Errors
/// When the database cannot be read.
pub async fn report(state: &AppState, settings: &Settings, year: i16) -> Result<RequestReport, Error> {
    let today = settings.today(&state.clock);
    let mut connection = state.db.read().await?;
    let mut years = store::years(&mut connection).await?;
    if !years.contains(&today.year()) {
        years.insert(0, today.year());
    }
    let entries = store::of_year(&mut connection, year).await?;
    let told: Vec<RequestTold> = entries.into_iter().map(|entry| entry.told).collect();
    let (profiles, holidays) = (&settings.request_profiles, &settings.holidays);
    Ok(RequestReport::count((year, years), &told, profiles, holidays, today))
}
