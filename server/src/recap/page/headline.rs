//! The headline figures: the two kinds of waiting apart and first.

use maud::{Markup, html};
use shared::complaint::Group;
use shared::lang::fill;
use shared::recap::{Dimension, Figures};

use super::Place;
use crate::platform::pages::chart::swatch;

pub(super) fn headline(place: &Place<'_>, figures: &Figures) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let share = |share: Option<f64>| share.map_or(texts.not_yet.to_owned(), |share| lang.percent(share));
    let median = |days: Option<f64>| days.map_or(texts.not_yet.to_owned(), |days| lang.median_days(days));
    // A median that is not there is over nothing.
    let over = |text: &str, count: u64| match count {
        0 => String::new(),
        count => fill(text, &[("n", &lang.number(count))]),
    };
    let groups = [
        (Group::AwaitingDisposition, texts.awaiting_disposition_note),
        (Group::AwaitingFollowUp, texts.awaiting_follow_up_note),
        (Group::InProgress, texts.in_progress_note),
        (Group::Done, texts.done_note),
    ];
    let rates = [
        (texts.follow_up_rate, share(figures.follow_up_rate), texts.follow_up_note.to_owned()),
        (texts.closed_rate, share(figures.closed_rate), texts.closed_note.to_owned()),
        (
            texts.days_to_answer,
            median(figures.median_days_to_answer),
            over(texts.over_answers, figures.answered),
        ),
        (
            texts.days_to_close,
            median(figures.median_days_to_close),
            over(texts.over_closures, figures.closed),
        ),
    ];
    html! {
        section class="headline" aria-labelledby="headline-name" {
            h2 class="visually-hidden" id="headline-name" { (texts.figures) }
            dl class="tiles tiles-counts" {
                (tile("tile tile-total", html! { (texts.total) }, &lang.number(figures.total), ""))
                @for (group, note) in groups {
                    (tile("tile", group_name(place, group), &lang.number(figures.groups.get(group)), note))
                }
            }
            dl class="tiles tiles-rates" {
                @for (name, value, note) in &rates { (tile("tile", html! { (name) }, value, note)) }
            }
        }
    }
}

fn group_name(place: &Place<'_>, group: Group) -> Markup {
    html! {
        (swatch(Some(group)))
        a href=[place.narrowed(Dimension::Group, group.as_str())] { (place.lang.group(group)) }
    }
}

fn tile(class: &str, name: Markup, value: &str, note: &str) -> Markup {
    html! {
        div class=(class) {
            dt { (name) }
            dd class="tile-value" { (value) }
            dd class="tile-note" { (note) }
        }
    }
}
