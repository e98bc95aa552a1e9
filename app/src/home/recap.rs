use leptos::prelude::*;
use shared::recap::{Figures, Filter};

use crate::platform::chart::{
    State, announcement, days, fill, filter_link, live_board, live_sign, patterns, stage_bar,
};
use crate::platform::lang::{number, percent, use_lang};
use crate::platform::ui::failure_notice;

/// How the government is doing, now: what waits, where everything stands, and the way to the whole recap.
pub fn recap() -> AnyView {
    let lang = use_lang();
    let texts = lang.home();
    let live = live_board(Signal::stored(Filter::default()));
    let figures = Memo::new(move |before: Option<&Figures>| {
        live.board
            .with(|board| board.as_ref().map(|board| board.figures))
            .or(before.copied())
            .unwrap_or_default()
    });
    let content = move || match live.state.get() {
        State::Here | State::Changing => numbers(figures),
        State::Failed => {
            let failure = live.failure.get_untracked();
            failure.map(|failure| failure_notice(&failure, move || live.again())).into_any()
        }
        State::Loading => {
            let label = lang.recap().loading;
            view! { <span class="bone way-bone" role="status" aria-label=label></span> }.into_any()
        }
    };
    view! {
        <section class="way way-recap" aria-labelledby="way-recap">
            {patterns()}
            <h2 id="way-recap">{texts.recap}</h2>
            {content}
            {announcement(live.board)}
            <p class="way-foot">
                <a href=filter_link(&Filter::default())>{texts.recap_button}</a>
                {live_sign(live.live)}
            </p>
        </section>
    }
    .into_any()
}

fn numbers(figures: Memo<Figures>) -> AnyView {
    let lang = use_lang();
    let texts = lang.recap();
    let groups = Memo::new(move |_| figures.with(|figures| figures.groups));
    let waiting = move || {
        let groups = groups.get();
        let waiting = number(lang, groups.awaiting_disposition + groups.awaiting_follow_up);
        let total = number(lang, figures.with(|figures| figures.total));
        fill(lang.home().recap_note, &[("waiting", &waiting), ("n", &total)])
    };
    let rate = move || {
        let rate = figures.with(|figures| figures.follow_up_rate);
        rate.map_or(texts.not_yet.to_owned(), |rate| percent(lang, rate))
    };
    let median = move || {
        let median = figures.with(|figures| figures.median_days_to_answer);
        median.map_or(texts.not_yet.to_owned(), |median| days(lang, median))
    };
    view! {
        <p class="way-figure">{waiting}</p>
        {stage_bar(texts.by_stage, groups)}
        <dl class="way-rates">
            <div>
                <dt>{texts.follow_up_rate}</dt>
                <dd>{rate}</dd>
            </div>
            <div>
                <dt>{texts.days_to_answer}</dt>
                <dd>{median}</dd>
            </div>
        </dl>
    }
    .into_any()
}
