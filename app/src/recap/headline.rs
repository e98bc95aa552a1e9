use leptos::prelude::*;
use shared::complaint::Group;
use shared::recap::{Figures, Filter};

use crate::platform::chart::{days, fill, filter_link, swatch};
use crate::platform::lang::{number, percent, use_lang};

/// The headline figures: the two kinds of waiting apart and first, because they are what the page is about.
pub fn headline(figures: Memo<Figures>, filter: Signal<Filter>) -> AnyView {
    let lang = use_lang();
    let texts = lang.recap();
    let groups = [
        (Group::AwaitingDisposition, texts.awaiting_disposition_note),
        (Group::AwaitingFollowUp, texts.awaiting_follow_up_note),
        (Group::InProgress, texts.in_progress_note),
        (Group::Done, texts.done_note),
    ];
    let groups = groups.map(|(group, note)| {
        let address = move || filter_link(&Filter { group: Some(group), ..filter.get() });
        let count = move || number(lang, figures.with(|figures| figures.groups.get(group)));
        let class = if matches!(group, Group::AwaitingDisposition | Group::AwaitingFollowUp) {
            "tile tile-waiting"
        } else {
            "tile"
        };
        let name = view! {
            {swatch(Some(group))}
            <a href=address data-noscroll="">
                {lang.group(group)}
            </a>
        };
        tile(class, name.into_any(), count, (move || note).into_any())
    });
    let total = move || number(lang, figures.with(|figures| figures.total));
    let share =
        move |share: Option<f64>| share.map_or(texts.not_yet.to_owned(), |share| percent(lang, share));
    let median =
        move |median: Option<f64>| median.map_or(texts.not_yet.to_owned(), |median| days(lang, median));
    let over = move |text: &'static str, count: u64| fill(text, &[("n", &number(lang, count))]);
    let rates = [
        tile(
            "tile",
            texts.follow_up_rate.into_any(),
            move || share(figures.with(|figures| figures.follow_up_rate)),
            texts.follow_up_note.into_any(),
        ),
        tile(
            "tile",
            texts.closed_rate.into_any(),
            move || share(figures.with(|figures| figures.closed_rate)),
            texts.closed_note.into_any(),
        ),
        tile(
            "tile",
            texts.days_to_answer.into_any(),
            move || median(figures.with(|figures| figures.median_days_to_answer)),
            (move || over(texts.over_answers, figures.with(|figures| figures.answered))).into_any(),
        ),
        tile(
            "tile",
            texts.days_to_close.into_any(),
            move || median(figures.with(|figures| figures.median_days_to_close)),
            (move || over(texts.over_closures, figures.with(|figures| figures.closed))).into_any(),
        ),
    ];
    view! {
        <section class="headline" aria-labelledby="headline-name">
            <h2 class="visually-hidden" id="headline-name">
                {texts.figures}
            </h2>
            <dl class="tiles tiles-counts">
                {tile("tile tile-total", texts.total.into_any(), total, ().into_any())}
                {groups}
            </dl>
            <dl class="tiles tiles-rates">{rates}</dl>
        </section>
    }
    .into_any()
}

fn tile(
    class: &'static str,
    name: AnyView,
    value: impl Fn() -> String + Send + 'static,
    note: AnyView,
) -> AnyView {
    view! {
        <div class=class>
            <dt>{name}</dt>
            <dd class="tile-value">{value}</dd>
            <dd class="tile-note">{note}</dd>
        </div>
    }
    .into_any()
}
