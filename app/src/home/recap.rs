use shared::lang::fill;
use shared::recap::{Figures, Filter};

use super::way;
use crate::platform::chart::{State, announcement, days, live_board, live_sign, patterns, stage_bar};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{number, percent, use_lang};
use crate::platform::reactive::{Memo, Signal, memo};
use crate::platform::ui::failure_notice;

/// How the government is doing, now: what waits, where everything stands, and the way to the whole recap.
pub fn recap() -> Tag {
    let lang = use_lang();
    let texts = lang.home();
    let live = live_board(Signal::stored(Filter::default()));
    let figures = live.figures();
    let content = move || -> Part {
        match live.state.get() {
            State::Here | State::Changing => numbers(figures),
            State::Failed => {
                let failure = live.failure.get_untracked();
                failure.map(|failure| failure_notice(&failure, move || live.again())).into()
            }
            State::Loading => {
                let words = tag("span").class("visually-hidden").with(lang.recap().loading);
                tag("div").class("bone way-bone").attr("role", "status").with(words).into()
            }
        }
    };
    let more = tag("a").attr("href", Filter::default().address()).with(texts.recap_button);
    way("way-recap", texts.recap)
        .with(patterns())
        .live(content)
        .with(announcement(live.board))
        .with(tag("p").class("way-foot").with(more).with(live_sign(live.live)))
}

fn numbers(figures: Memo<Figures>) -> Part {
    let lang = use_lang();
    let texts = lang.recap();
    let groups = memo(move || figures.with(|figures| figures.groups));
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
    let rates = tag("dl").class("way-rates").with([
        tag("div").with(tag("dt").with(texts.follow_up_rate)).with(tag("dd").live(rate)),
        tag("div").with(tag("dt").with(texts.days_to_answer)).with(tag("dd").live(median)),
    ]);
    [tag("p").class("way-figure").live(waiting), stage_bar(texts.by_stage, groups), rates].into()
}
