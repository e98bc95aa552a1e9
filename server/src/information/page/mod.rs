//! `/informasi` and what lies below: public information as HTML. The application takes over what was served and has no page of
//! its own here, so every way between these pages loads one.

mod entry;
mod excluded;
mod filters;
mod immediate;
mod list;

pub use immediate::immediate;

use axum::extract::{Path, State};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};

use super::consequence;
use super::list::{Asked, asked, found};
use super::{number, show};
use crate::error::{Error, PageError};
use crate::platform::http::Pairs;
use crate::platform::pages::{self, Document, Keep, Reader};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Letters of what search engines and shared links show.
const EXCERPT: usize = 200;

/// Whoever reads, and what the page is written from.
struct Place<'a> {
    reader: Reader,
    settings: &'a Settings,
}

/// The parameter that asks for what was found alone, and its value.
const PART: (&str, &str) = ("bagian", "isi");

/// The list; what was found alone where `bagian=isi` asks for it, which the application puts into the page while somebody
/// types.
pub async fn list(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let settings = state.settings();
    let place = Place { reader, settings: &settings };
    let is_part = pairs.get(PART.0) == Some(PART.1);
    let pairs = if is_part { pairs.without(PART.0) } else { pairs };
    let (asked, problems) = match asked(&pairs) {
        Ok(asked) => (asked, Vec::new()),
        Err(problems) => (Asked::default(), problems),
    };
    let shown = if problems.is_empty() { Some(found(&state, &asked).await?) } else { None };
    if is_part {
        let Some(found) = shown else { return Err(Error::invalid(problems)) };
        let part = list::part(&place, &asked, &found).into_string();
        return Ok(pages::page(StatusCode::OK, Bytes::from(part), Keep::Ask, &headers));
    }
    let article = list::article(&place, &asked, &pairs, shown.as_ref(), &problems);
    let texts = reader.lang.information();
    let is_plain = problems.is_empty() && asked.is_first();
    let head = Head { path: "/informasi", title: texts.title, description: is_plain.then_some(texts.lead) };
    let page = write(&state, &place, head, article);
    Ok(if problems.is_empty() {
        pages::page(StatusCode::OK, page, Keep::Ask, &headers)
    } else {
        pages::refusal(PageError::Invalid, page)
    })
}

/// The list of what is excluded.
pub async fn excluded(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let settings = state.settings();
    let place = Place { reader, settings: &settings };
    let asked = consequence::excluded::asked(&pairs);
    let shown = match asked {
        Ok(below) => Some(consequence::excluded::found(&state, below).await?),
        Err(_) => None,
    };
    let is_first = asked == Ok(None);
    let article = excluded::article(&place, shown.as_ref(), is_first);
    let texts = reader.lang.excluded();
    let description = is_first.then_some(texts.lead);
    let head = Head { path: "/informasi/dikecualikan", title: texts.title, description };
    let page = write(&state, &place, head, article);
    Ok(if shown.is_some() {
        pages::page(StatusCode::OK, page, Keep::Ask, &headers)
    } else {
        pages::refusal(PageError::Invalid, page)
    })
}

/// An entry.
pub async fn entry(
    State(state): State<AppState>,
    Path(id): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let shown = show::entry(&mut state.db.read().await?, number(&id)?).await?;
    let shown = shown.ok_or_else(Error::not_found)?;
    let settings = state.settings();
    let place = Place { reader, settings: &settings };
    let path = format!("/informasi/{}", shown.id);
    let title = shown.current.as_ref().map_or(reader.lang.information().withdrawn, |now| &now.title);
    let description = shown.current.as_ref().map(|now| now.summary.chars().take(EXCERPT).collect::<String>());
    let article = entry::article(&place, &shown);
    let description = description.as_deref();
    let page = write(&state, &place, Head { path: &path, title, description }, article);
    Ok(pages::page(StatusCode::OK, page, Keep::Ask, &headers))
}

/// The styles of these pages: within the article and before all of it, so that it keeps them when the application takes over.
fn style() -> Markup {
    html! { @if let Some(address) = pages::asset("information", "css") { link rel="stylesheet" href=(address); } }
}

/// What stands above a page.
struct Head<'a> {
    path: &'a str,
    title: &'a str,
    description: Option<&'a str>,
}

fn write(state: &AppState, place: &Place<'_>, head: Head<'_>, article: Markup) -> Bytes {
    let Head { path, title, description } = head;
    let today = place.settings.today(&state.clock);
    let (reader, settings, main) = (place.reader, place.settings, article);
    let (picture, data) = (None, Vec::new());
    Document { reader, settings, today, path, title, description, picture, above: None, main, data }.write()
}
