//! What still waits, oldest first, a page at a time.

use maud::{Markup, html};
use shared::lang::fill;
use shared::recap::{Dimension, Waiting, WaitingList};

use super::super::label::label;
use super::super::waiting::Page;
use super::Place;

/// Where the list begins on the page.
const NAME: &str = "waiting-name";

pub(super) fn list(place: &Place<'_>, list: &WaitingList, page: Page) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let lead = fill(texts.waiting_lead, &[("count", &lang.complaints(list.total))]);
    html! {
        section class="waiting" aria-labelledby=(NAME) {
            h2 id=(NAME) { (texts.waiting_list) }
            @if list.total > 0 {
                p class="waiting-lead" { (lead) " " (texts.unpublished_note) }
                ol class="waiting-list" {
                    @for row in &list.rows { (line(place, row)) }
                }
                (more(place, list, page))
            } @else {
                div class="empty" {
                    h3 { (texts.nothing_waits) }
                    p { (texts.nothing_waits_hint) }
                }
            }
        }
    }
}

fn more(place: &Place<'_>, list: &WaitingList, page: Page) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let query = place.filter.to_query();
    let and = if query.is_empty() { "" } else { "&" };
    let next = list.next.as_ref().map(|next| format!("/rekap?{query}{and}after={next}#{NAME}"));
    let (shown, total) = (lang.number(list.rows.len() as u64), lang.number(list.total));
    let shown = fill(texts.shown_of, &[("n", &shown), ("total", &total)]);
    html! {
        @if next.is_some() || !page.is_first() {
            div class="waiting-more" {
                @if let Some(next) = next {
                    a class="button button-quiet" href=(next) rel="next" { (texts.next_page) }
                }
                @if page.is_first() {
                    span { (shown) }
                } @else {
                    a class="button button-quiet" href={ (place.filter.address()) "#" (NAME) } { (texts.first_page) }
                }
            }
        }
    }
}

/// One that waits: by its title where it is published, by sector and age alone where it is not.
fn line(place: &Place<'_>, row: &Waiting) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let sector = row.sector.as_ref().map(|key| label(Dimension::Sector, key, place.settings, lang));
    let age = match row.age_working_days {
        0 => texts.age_none.to_owned(),
        days => lang.working_days(days),
    };
    let stage = row.stage.map(|stage| lang.stage(stage).to_owned());
    let class = row.class.map(|class| lang.class(class).to_owned());
    html! {
        li class="waiting-row" {
            span class="waiting-age" { (age) }
            @match (&row.code, &row.title, &sector) {
                (Some(code), Some(title), _) => {
                    a class="waiting-title" href={ "/lacak/" (code) } { (title) }
                    @let about = [class, sector, stage].into_iter().flatten().collect::<Vec<_>>().join(" · ");
                    span class="waiting-about" { (about) }
                }
                (_, _, Some(sector)) => {
                    span class="waiting-title" { (fill(texts.unpublished, &[("name", sector)])) }
                }
                _ => span class="waiting-title" { (texts.unpublished_unknown) },
            }
        }
    }
}
