use std::time::Duration;

use leptos::prelude::*;
use shared::lang::fill;
use shared::recap::{Dimension, Filter};

use super::headline::headline;
use super::waiting::waiting;
use crate::platform::chart::{
    Chart, Kind, LiveBoard, State, announcement, figure, live_board, live_sign, patterns,
};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::reactive::{RwSignal, Signal, memo};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, Tone, failure_notice, notice, plain_button};

/// What stands where the figures belong. Only a change of this builds anew; the figures move within what is built.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    Figures,
    Empty,
    Failure,
}

/// All figures under a filter, kept up with the server.
pub fn figures(filter: Signal<Filter>) -> Part {
    let live = live_board(filter);
    let texts = use_lang().recap();
    let shown = memo(move || match live.state.get() {
        State::Loading => Shown::Nothing,
        State::Failed => Shown::Failure,
        State::Changing | State::Here => {
            let is_empty =
                live.board.with(|board| board.as_ref().is_none_or(|board| board.figures.total == 0));
            if is_empty { Shown::Empty } else { Shown::Figures }
        }
    });
    let content = move || match shown.get() {
        Shown::Nothing => waiting_room(),
        Shown::Figures => all(live, filter),
        Shown::Empty => nothing(filter.with_untracked(|filter| *filter != Filter::default())),
        Shown::Failure => {
            let failure = live.failure.get_untracked();
            let failure = failure.map(|failure| failure_notice(&failure, move || live.again()));
            tag("div").with(tag("h2").with(texts.failed)).with(failure)
        }
    };
    let is_changing = memo(move || live.state.get() == State::Changing);
    let place = tag("div")
        .class("recap-figures")
        .live_class("is-changing", move || is_changing.get())
        .live_attr("aria-busy", move || is_changing.get().then(|| "true".to_owned()))
        .live(content);
    Part::Many(vec![
        patterns().into(),
        moment_line(live).into(),
        Part::live(stale(live)),
        announcement(live.board).into(),
        place.into(),
    ])
}

/// When the figures were taken, whether they follow, and a way to keep them.
fn moment_line(live: LiveBoard) -> Tag {
    let (lang, meta) = (use_lang(), use_meta());
    let texts = lang.recap();
    let taken = move || {
        live.board.with(|board| {
            let Some(board) = board else { return String::new() };
            let instance = &meta.instance;
            let at = moment(lang, board.taken_at, instance.utc_offset_minutes);
            let taken = fill(texts.taken_at, &[("moment", &[&at, " ", &instance.time_zone].concat())]);
            [taken, fill(texts.revision, &[("n", &board.revision.to_string())])].join(" · ")
        })
    };
    let print = plain_button(Button::Quiet, texts.print, || {
        // A browser that cannot print does nothing, as its own menu would.
        let _ = window().print();
    });
    tag("div")
        .class("moment")
        .with(live_sign(live.live))
        .with(tag("span").class("moment-taken").live(taken))
        .with(tag("div").class("moment-print").with(print))
}

/// Says so when what is shown could not be renewed.
fn stale(live: LiveBoard) -> impl Fn() -> Option<AnyView> {
    let texts = use_lang().recap();
    let is_stale = memo(move || live.state.get() == State::Here && live.failure.with(Option::is_some));
    move || {
        let again = || plain_button(Button::Quiet, texts.retry, move || live.again());
        is_stale.get().then(|| notice(Tone::Warning, [tag("p").with(texts.stale), again()]))
    }
}

/// The charts that nobody sees at first, in their order.
const OTHERS: [(Dimension, Kind); 3] =
    [(Dimension::Month, Kind::Columns), (Dimension::Region, Kind::Bars), (Dimension::Agency, Kind::Bars)];

fn all(live: LiveBoard, filter: Signal<Filter>) -> Tag {
    let texts = use_lang().recap();
    let chart = move |by, kind, heading, explained| {
        let near = RwSignal::new(true);
        let rows = live.part(near, move |board| board.rows(by));
        figure(Chart { by, kind, heading, explained, rows, filter, near })
    };
    let counts = texts.counts_explained;
    let first = [
        chart(Dimension::Sector, Kind::Bars, texts.by_sector, counts),
        chart(Dimension::Stage, Kind::Stages, texts.by_stage, counts),
    ];
    let others = OTHERS.iter().enumerate().map(|(turn, (by, kind))| {
        let (heading, explained) = match by {
            Dimension::Month => (texts.by_month, texts.months_explained),
            Dimension::Region => (texts.by_region, texts.regions_explained),
            _ => (texts.by_agency, texts.agencies_explained),
        };
        in_turn(turn, move || chart(*by, *kind, heading, explained))
    });
    let others = others.collect::<Vec<_>>();
    let figures = tag("div").class("figures").with(first).with(others);
    tag("div")
        .with(headline(live.figures(), filter))
        .with(figures)
        .with(in_turn(OTHERS.len(), move || waiting(filter, live)))
}

/// Between two parts that nobody sees at first.
const TURN: Duration = Duration::from_millis(40);

/// A part below what is seen at first, drawn by itself a moment later: all at once they would hold a slow phone up for
/// half a second. Its turn counts from zero.
fn in_turn(turn: usize, part: impl Fn() -> Tag + 'static) -> Part {
    let is_here = RwSignal::new(false);
    let show = set_timeout_with_handle(move || is_here.set(true), TURN * (turn as u32 + 1)).ok();
    on_cleanup(move || {
        if let Some(show) = show {
            show.clear();
        }
    });
    Part::live(move || if is_here.get() { part() } else { tag("span").class("bone bone-figure") })
}

/// Nothing to show, and what to do about it: another filter, or the first complaint.
pub fn nothing(is_filtered: bool) -> Tag {
    let texts = use_lang().recap();
    let (name, hint, address, label) = if is_filtered {
        (texts.nothing_found, texts.nothing_found_hint, "/rekap", texts.remove_all)
    } else {
        (texts.nothing_yet, texts.nothing_yet_hint, "/adukan", texts.file_first)
    };
    tag("div")
        .class("empty")
        .with(tag("h2").with(name))
        .with(tag("p").with(hint))
        .with(tag("a").class("button button-main").attr("href", address).with(label))
}

/// The page's shape while its figures are on their way, so that nothing jumps when they come.
fn waiting_room() -> Tag {
    let bones = ["bone bone-tiles", "bone bone-rates", "bone bone-figure", "bone bone-figure"];
    tag("div")
        .class("recap-skeleton")
        .attr("role", "status")
        .with(tag("span").class("visually-hidden").with(use_lang().recap().loading))
        .with(bones.map(|class| tag("span").class(class)))
}
