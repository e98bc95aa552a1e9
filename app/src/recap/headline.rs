use shared::complaint::Group;
use shared::lang::fill;
use shared::recap::{Figures, Filter};

use crate::platform::chart::{days, swatch};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{number, percent, use_lang};
use crate::platform::reactive::{Memo, Signal};

/// The headline figures: the two kinds of waiting apart and first, because they are what the page is about.
pub fn headline(figures: Memo<Figures>, filter: Signal<Filter>) -> Tag {
    let lang = use_lang();
    let texts = lang.recap();
    let total = move || number(lang, figures.with(|figures| figures.total));
    let counts = [
        tile("tile tile-total", texts.total, total, ""),
        group(figures, filter, Group::AwaitingDisposition, texts.awaiting_disposition_note),
        group(figures, filter, Group::AwaitingFollowUp, texts.awaiting_follow_up_note),
        group(figures, filter, Group::InProgress, texts.in_progress_note),
        group(figures, filter, Group::Done, texts.done_note),
    ];
    let share = move |of: fn(&Figures) -> Option<f64>| {
        move || figures.with(of).map_or(texts.not_yet.to_owned(), |share| percent(lang, share))
    };
    let median = move |of: fn(&Figures) -> Option<f64>| {
        move || figures.with(of).map_or(texts.not_yet.to_owned(), |median| days(lang, median))
    };
    let over = move |text: &'static str, of: fn(&Figures) -> u64| {
        Part::live(move || match figures.with(of) {
            // A median that is not there is over nothing.
            0 => String::new(),
            count => fill(text, &[("n", &number(lang, count))]),
        })
    };
    let rates = [
        tile("tile", texts.follow_up_rate, share(|figures| figures.follow_up_rate), texts.follow_up_note),
        tile("tile", texts.closed_rate, share(|figures| figures.closed_rate), texts.closed_note),
        tile(
            "tile",
            texts.days_to_answer,
            median(|figures| figures.median_days_to_answer),
            over(texts.over_answers, |figures| figures.answered),
        ),
        tile(
            "tile",
            texts.days_to_close,
            median(|figures| figures.median_days_to_close),
            over(texts.over_closures, |figures| figures.closed),
        ),
    ];
    tag("section")
        .class("headline")
        .attr("aria-labelledby", "headline-name")
        .with(tag("h2").class("visually-hidden").id("headline-name").with(texts.figures))
        .with(tag("dl").class("tiles tiles-counts").with(counts))
        .with(tag("dl").class("tiles tiles-rates").with(rates))
}

fn group(figures: Memo<Figures>, filter: Signal<Filter>, group: Group, note: &'static str) -> Tag {
    let lang = use_lang();
    let address = move || Some(Filter { group: Some(group), ..filter.get() }.address());
    let count = move || number(lang, figures.with(|figures| figures.groups.get(group)));
    let link = tag("a").live_attr("href", address).attr("data-noscroll", "").with(lang.group(group));
    tile("tile", [swatch(Some(group)), link], count, note)
}

fn tile(
    class: &str,
    name: impl Into<Part>,
    value: impl Fn() -> String + 'static,
    note: impl Into<Part>,
) -> Tag {
    tag("div")
        .class(class)
        .with(tag("dt").with(name))
        .with(tag("dd").class("tile-value").live(value))
        .with(tag("dd").class("tile-note").with(note))
}
