//! `GET /rekap`: the transparency page as HTML, for everyone, and until the app shows the same.

mod chips;
mod filters;

mod charts;
mod headline;
mod list;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use serde_json::Value;
use shared::lang::{Lang, fill};
use shared::problem::FieldProblem;
use shared::recap::{Board, Dimension, Filter, WaitingList};

use super::asked::Asked;
use super::count::board;
use super::waiting;
use crate::error::{Error, PageError};
use crate::platform::http::Pairs;
use crate::platform::kept::Moment;
use crate::platform::pages::{self, Document, Keep, Reader, chart};
use crate::platform::settings::Settings;
use crate::state::AppState;

/// The page under the filter of its address; with what is wrong where that cannot be.
pub async fn handle(
    State(state): State<AppState>,
    reader: Reader,
    pairs: Pairs,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let asked = Asked::of_page(&state, &pairs, reader.lang);
    let (asked, page) = match (asked, waiting::Page::parse(&pairs, &state.keys)) {
        (Ok(asked), Ok(page)) => (asked, page),
        (asked, page) => {
            let problems = asked.err().into_iter().flatten().chain(page.err().into_iter().flatten());
            let page = refused(&state, reader, &pairs, problems.collect());
            return Ok(pages::refusal(PageError::Invalid, page));
        }
    };
    if let Some(address) = shorter(&asked, &pairs) {
        return Ok(Redirect::to(&address).into_response());
    }
    let moment =
        Moment { revision: asked.ledger.revision(), today: asked.today, settings: asked.settings.clone() };
    let query = asked.question.filter.to_query();
    let name = format!("rekap {} {} {query}&{}", reader.lang.tag(), reader.theme.as_str(), page.name());
    let kept = state.kept.get_or(moment, name, async || -> Result<Vec<u8>, Error> {
        let list = waiting::list_of(&state, &asked, page).await?;
        Ok(write(&asked, reader, &pairs, Some((&list, page))).into())
    });
    let page = match kept.await {
        Ok(page) => page,
        // The figures are in memory: they can be read while the database cannot.
        Err(error) => {
            tracing::warn!(%error, "the recap is shown without its list");
            write(&asked, reader, &pairs, None)
        }
    };
    Ok(pages::page(StatusCode::OK, page, Keep::Ask, &headers))
}

/// Where the form has sent what says nothing: empty choices, and today, which goes with the time.
fn shorter(asked: &Asked, pairs: &Pairs) -> Option<String> {
    let is_empty = pairs.iter().any(|(name, value)| Filter::is_filter_name(name) && value.trim().is_empty());
    let mut filter = asked.question.filter.clone();
    let is_today = filter.as_of.is_some_and(|day| day == asked.today);
    if is_today {
        filter.as_of = None;
    }
    (is_empty || is_today).then(|| filter.address())
}

fn write(asked: &Asked, reader: Reader, pairs: &Pairs, list: Option<(&WaitingList, waiting::Page)>) -> Bytes {
    let board = board(&asked.question, asked.moment());
    let filter = &asked.question.filter;
    let place = Place { lang: reader.lang, settings: &asked.settings, filter };
    let mut data = vec![("board", json(&board)), ("filter", Value::from(filter.to_query()))];
    // The app begins with the first page, whichever was asked for.
    if let Some((list, page)) = list.filter(|(_, page)| page.is_first()) {
        data.extend(page.is_first().then(|| ("waiting", json(list))));
    }
    let content = html! {
        (filters::form(&place, pairs, asked.today, &[]))
        (chips::chips(&place))
        (figures(&place, &board, list))
    };
    document(reader, &asked.settings, asked.today, &filter.address(), content, data)
}

/// The page of an address that asks for what cannot be.
fn refused(state: &AppState, reader: Reader, pairs: &Pairs, problems: Vec<FieldProblem>) -> Bytes {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let place = Place { lang: reader.lang, settings: &settings, filter: &Filter::default() };
    let content = html! {
        (filters::problems(reader.lang, &problems))
        (filters::form(&place, pairs, today, &problems))
    };
    document(reader, &settings, today, "/rekap", content, Vec::new())
}

fn document(
    reader: Reader,
    settings: &Settings,
    today: shared::calendar::Day,
    path: &str,
    content: Markup,
    data: Vec<(&'static str, Value)>,
) -> Bytes {
    let texts = reader.lang.recap();
    let main = html! {
        div class="page recap" {
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            (content)
        }
    };
    let (title, description) = (texts.title, Some(texts.lead));
    Document { reader, settings, today, path, title, description, picture: None, above: None, main, data }
        .write()
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("figures hold nothing that JSON cannot say")
}

/// What every part of the page must know.
struct Place<'a> {
    lang: Lang,
    settings: &'a Settings,
    filter: &'a Filter,
}

impl Place<'_> {
    /// The address of the page under this filter and a row's own.
    fn narrowed(&self, by: Dimension, key: &str) -> Option<String> {
        self.filter.narrowed(by, key).map(|filter| filter.address())
    }
}

fn figures(place: &Place<'_>, board: &Board, list: Option<(&WaitingList, waiting::Page)>) -> Markup {
    html! {
        (chart::patterns())
        (moment_line(place, board))
        div class="recap-figures" {
            @if board.stages.is_empty() {
                (nothing(place))
            } @else {
                div {
                    (headline::headline(place, &board.figures))
                    (charts::charts(place, board))
                    @if let Some((list, page)) = list { (list::list(place, list, page)) }
                }
            }
        }
    }
}

/// When the figures were taken.
fn moment_line(place: &Place<'_>, board: &Board) -> Markup {
    let texts = place.lang.recap();
    let instance = &place.settings.instance;
    let at = place.lang.moment(board.taken_at, instance.utc_offset_minutes);
    let taken = fill(texts.taken_at, &[("moment", &[&at, " ", &instance.time_zone].concat())]);
    let revision = fill(texts.revision, &[("n", &board.revision.to_string())]);
    html! {
        div class="moment" {
            span class="live-sign" { (texts.reload) }
            span class="moment-taken" { (taken) " · " (revision) }
            // The app's print button comes here.
            div class="moment-print" {}
        }
    }
}

/// Nothing to show, and what to do about it.
fn nothing(place: &Place<'_>) -> Markup {
    let texts = place.lang.recap();
    let (name, hint, address, label) = if *place.filter == Filter::default() {
        (texts.nothing_yet, texts.nothing_yet_hint, "/adukan", texts.file_first)
    } else {
        (texts.nothing_found, texts.nothing_found_hint, "/rekap", texts.remove_all)
    };
    html! {
        div class="empty" {
            h2 { (name) }
            p { (hint) }
            a class="button button-main" href=(address) { (label) }
        }
    }
}
