//! `GET /`: how do I complain, where is mine, how is the government doing.

use axum::extract::State;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use maud::{Markup, html};
use serde_json::Value;
use shared::calendar::Day;
use shared::instance::Contact;
use shared::lang::{Lang, fill};
use shared::recap::{Board, Dimension, Figures, Filter};

use crate::error::Error;
use crate::information;
use crate::platform::kept::Moment;
use crate::platform::pages::{self, Document, Keep, Reader, chart};
use crate::platform::settings::Settings;
use crate::recap::{self, Question};
use crate::state::AppState;

/// The first page, with the figures as they stand.
pub async fn handle(
    State(state): State<AppState>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let settings = state.settings();
    let today = settings.today(&state.clock);
    let ledger = state.ledger.snapshot();
    let moment = Moment { revision: ledger.revision(), today, settings: settings.clone() };
    let name = format!("home {} {}", reader.lang.tag(), reader.theme.as_str());
    let page = state.kept.get_or(moment, name, async || -> Result<Vec<u8>, Error> {
        let question =
            Question { by: Dimension::Sector, filter: Filter::default(), as_of: today, lang: reader.lang };
        let taken_at = state.clock.now();
        let board = recap::board(&question, recap::Moment { ledger: &ledger, settings: &settings, taken_at });
        let above = information::page::immediate(&state, &settings, reader).await?;
        write(reader, &settings, today, &board, above)
    });
    Ok(pages::page(StatusCode::OK, page.await?, Keep::Ask, &headers))
}

fn write(
    reader: Reader,
    settings: &Settings,
    today: Day,
    board: &Board,
    above: Option<Markup>,
) -> Result<Vec<u8>, Error> {
    let texts = reader.lang.home();
    let lang = reader.lang;
    let main = html! {
        div class="page home" {
            h1 tabindex="-1" { (texts.title) }
            p class="lead" { (texts.lead) }
            div class="ways" {
                (file(lang))
                (track(lang))
                (figures(lang, &board.figures))
                (channels(lang, &settings.instance.contacts))
            }
            (steps(lang))
        }
    };
    let board = serde_json::to_value(board).map_err(Error::internal)?;
    let page = Document {
        reader,
        settings,
        today,
        path: "/",
        title: texts.title,
        description: Some(texts.description),
        picture: None,
        above,
        main,
        data: vec![("board", board), ("filter", Value::from(""))],
    };
    Ok(page.write().into())
}

/// One of the ways on: a section under its name.
fn way(id: &str, name: &str, content: Markup) -> Markup {
    html! {
        section class={ "way " (id) } aria-labelledby=(id) {
            h2 id=(id) { (name) }
            (content)
        }
    }
}

fn file(lang: Lang) -> Markup {
    let texts = lang.home();
    let content = html! {
        p class="way-note" { (texts.file_note) }
        a class="button button-main way-button" href="/adukan" { (texts.file_button) }
    };
    way("way-file", texts.file, content)
}

/// The way to one's own complaint. A mistyped code is told on the page that it leads to.
fn track(lang: Lang) -> Markup {
    let texts = lang.home();
    let content = html! {
        p class="way-note" { (texts.track_note) }
        form class="way-form" method="get" action="/lacak" {
            div class="field" {
                label class="label" for="home-code" { (texts.code) }
                p class="hint" id="home-code-hint" { (texts.code_example) }
                input class="input input-code" id="home-code" name="kode" type="text" autocomplete="off" inputmode="text"
                    autocapitalize="none" spellcheck="false" aria-describedby="home-code-hint";
            }
            button type="submit" class="button button-quiet" { (texts.track_button) }
        }
    };
    way("way-track", texts.track, content)
}

fn figures(lang: Lang, figures: &Figures) -> Markup {
    let (texts, words) = (lang.home(), lang.recap());
    let groups = &figures.groups;
    let waiting = lang.number(groups.awaiting_disposition + groups.awaiting_follow_up);
    let waiting = fill(texts.recap_note, &[("waiting", &waiting), ("n", &lang.number(figures.total))]);
    let rate = figures.follow_up_rate.map(|rate| lang.percent(rate));
    let median = figures.median_days_to_answer.map(|days| lang.median_days(days));
    let rates = [(words.follow_up_rate, rate), (words.days_to_answer, median)];
    let content = html! {
        (chart::patterns())
        p class="way-figure" { (waiting) }
        (chart::group_bar(lang, words.by_stage, groups))
        dl class="way-rates" {
            @for (name, value) in &rates {
                div {
                    dt { (name) }
                    dd { (value.as_deref().unwrap_or(words.not_yet)) }
                }
            }
        }
        p class="way-foot" { a href="/rekap" { (texts.recap_button) } }
    };
    way("way-recap", texts.recap, content)
}

/// The other ways to complain, for those whom this page does not suit.
fn channels(lang: Lang, contacts: &[Contact]) -> Markup {
    let content = html! {
        ul class="channels" {
            @for contact in contacts {
                li {
                    span class="channel-name" { (contact.label) }
                    @match contact.address() {
                        Some(address) => a href=(address) rel="noreferrer external" { (contact.shown()) },
                        None => span { (contact.shown()) },
                    }
                }
            }
        }
    };
    html! {
        @if !contacts.is_empty() { (way("way-channels", lang.home().channels, content)) }
    }
}

/// What happens to a complaint, in four steps.
fn steps(lang: Lang) -> Markup {
    let texts = lang.home();
    let steps = [
        (texts.step_file, texts.step_file_note),
        (texts.step_verify, texts.step_verify_note),
        (texts.step_follow_up, texts.step_follow_up_note),
        (texts.step_close, texts.step_close_note),
    ];
    html! {
        section class="steps" aria-labelledby="steps-name" {
            h2 id="steps-name" { (texts.steps) }
            ol {
                @for (name, note) in steps {
                    li { h3 { (name) } p { (note) } }
                }
            }
        }
    }
}
