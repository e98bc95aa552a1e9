use leptos::prelude::*;
use shared::recap::{Board, Dimension, Figures, Filter, Row};

use super::headline::headline;
use super::waiting::waiting;
use crate::platform::chart::{
    Chart, Kind, LiveBoard, State, announcement, figure, fill, live_board, live_sign, patterns,
};
use crate::platform::lang::{moment, use_lang};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Tone, failure_notice, notice};

/// What stands where the figures belong. Only a change of this builds anew; the figures move within what is built.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    Figures,
    Empty,
    Failure,
}

/// All figures under a filter, kept up with the server.
pub fn figures(filter: Signal<Filter>) -> AnyView {
    let live = live_board(filter);
    let texts = use_lang().recap();
    let shown = Memo::new(move |before: Option<&Shown>| match live.state.get() {
        State::Loading => Shown::Nothing,
        State::Failed => Shown::Failure,
        State::Changing => before.copied().unwrap_or(Shown::Nothing),
        State::Here => {
            let is_empty =
                live.board.with(|board| board.as_ref().is_none_or(|board| board.stages.is_empty()));
            if is_empty { Shown::Empty } else { Shown::Figures }
        }
    });
    let content = move || match shown.get() {
        Shown::Nothing => waiting_room(),
        Shown::Figures => all(live, filter),
        Shown::Empty => nothing(filter),
        Shown::Failure => {
            let failure = live.failure.get_untracked();
            let failure = failure.map(|failure| failure_notice(&failure, move || live.again()));
            view! { <h2>{texts.failed}</h2>{failure} }.into_any()
        }
    };
    let is_changing = Memo::new(move |_| live.state.get() == State::Changing);
    view! {
        {patterns()}
        {moment_line(live)}
        {stale(live)}
        {announcement(live.board)}
        <div
            class="recap-figures"
            class:is-changing=move || is_changing.get()
            aria-busy=move || is_changing.get().then_some("true")
        >
            {content}
        </div>
    }
    .into_any()
}

/// When the figures were taken, whether they follow, and a way to keep them.
fn moment_line(live: LiveBoard) -> AnyView {
    let (lang, meta) = (use_lang(), use_meta());
    let texts = lang.recap();
    let taken = move || {
        live.board.with(|board| {
            let Some(board) = board else { return texts.loading.to_owned() };
            let instance = &meta.instance;
            let at = moment(lang, board.taken_at, instance.utc_offset_minutes);
            let revision = board.revision;
            let taken = fill(texts.taken_at, &[("moment", &[&at, " ", &instance.time_zone].concat())]);
            [taken, fill(texts.revision, &[("n", &revision.to_string())])].join(" · ")
        })
    };
    let print = move |_| {
        // A browser that cannot print does nothing, as its own menu would.
        let _ = window().print();
    };
    view! {
        <div class="moment">
            {live_sign(live.live)}
            <span class="moment-taken">{taken}</span>
            <button type="button" class="button button-quiet moment-print" on:click=print>
                {texts.print}
            </button>
        </div>
    }
    .into_any()
}

/// Says so when what is shown could not be renewed.
fn stale(live: LiveBoard) -> AnyView {
    let texts = use_lang().recap();
    let is_stale = Memo::new(move |_| live.state.get() == State::Here && live.failure.with(Option::is_some));
    (move || {
        is_stale.get().then(|| {
            let content = view! {
                <p>{texts.stale}</p>
                <button type="button" class="button button-quiet" on:click=move |_| live.again()>
                    {texts.retry}
                </button>
            };
            notice(Tone::Warning, content.into_any())
        })
    })
    .into_any()
}

fn all(live: LiveBoard, filter: Signal<Filter>) -> AnyView {
    let texts = use_lang().recap();
    let numbers = Memo::new(move |before: Option<&Figures>| {
        live.board
            .with(|board| board.as_ref().map(|board| board.figures))
            .or(before.copied())
            .unwrap_or_default()
    });
    let rows = move |of: fn(&Board) -> &Vec<Row>| {
        Memo::new(move |before: Option<&Vec<Row>>| {
            let rows = live.board.with(|board| board.as_ref().map(|board| of(board).clone()));
            rows.or_else(|| before.cloned()).unwrap_or_default()
        })
    };
    let chart = move |by, kind, heading, explained, of| {
        figure(Chart { by, kind, heading, explained, rows: rows(of), filter })
    };
    let counts = texts.counts_explained;
    view! {
        {headline(numbers, filter)}
        <div class="figures">
            {chart(Dimension::Sector, Kind::Bars, texts.by_sector, counts, |board| &board.sectors)}
            {chart(Dimension::Stage, Kind::Stages, texts.by_stage, counts, |board| &board.stages)}
            {chart(Dimension::Month, Kind::Columns, texts.by_month, texts.months_explained, |board| &board.months)}
            {chart(Dimension::Region, Kind::Bars, texts.by_region, texts.regions_explained, |board| &board.regions)}
            {chart(Dimension::Agency, Kind::Bars, texts.by_agency, texts.agencies_explained, |board| &board.agencies)}
        </div>
        {waiting(filter, live.board)}
    }
    .into_any()
}

/// Nothing to show, and what to do about it: another filter, or the first complaint.
fn nothing(filter: Signal<Filter>) -> AnyView {
    let texts = use_lang().recap();
    let is_filtered = filter.with_untracked(|filter| *filter != Filter::default());
    let (name, hint, address, label) = if is_filtered {
        (texts.nothing_found, texts.nothing_found_hint, "/rekap", texts.remove_all)
    } else {
        (texts.nothing_yet, texts.nothing_yet_hint, "/adukan", texts.file_first)
    };
    view! {
        <div class="empty">
            <h2>{name}</h2>
            <p>{hint}</p>
            <a class="button button-main" href=address>
                {label}
            </a>
        </div>
    }
    .into_any()
}

/// The page's shape while its figures are on their way, so that nothing jumps when they come.
fn waiting_room() -> AnyView {
    let block = |class: &'static str| view! { <span class=class></span> };
    view! {
        <div class="recap-skeleton" role="status">
            <span class="visually-hidden">{use_lang().recap().loading}</span>
            {block("bone bone-tiles")}
            {block("bone bone-rates")}
            {block("bone bone-figure")}
            {block("bone bone-figure")}
        </div>
    }
    .into_any()
}
