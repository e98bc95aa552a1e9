use leptos::html::Div;
use leptos::prelude::*;
use shared::calendar::Month;
use shared::chart::{Bar, Drawing, Frame, bars, columns, stack};
use shared::complaint::{Group, Stage};
use shared::recap::{Dimension, Filter, GroupCounts, NONE_KEY, Row};

use super::draw::{Link, draw};
use super::files::files;
use super::link::{filter_link, narrowed};
use super::measure::frame_of;
use super::pattern::{legend, swatch};
use super::rows::{bar, group_parts, months, stage_parts};
use super::table::table;
use super::words::{complaints, fill};
use crate::platform::lang::{month_long, number, use_lang};

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Horizontal bars, divided by group.
    Bars,
    /// A column for every month, divided by group.
    Columns,
    /// One bar of all stages.
    Stages,
}

/// A chart with what belongs to it.
#[derive(Clone, Copy)]
pub struct Chart {
    /// What it counts by.
    pub by: Dimension,
    /// How it is drawn.
    pub kind: Kind,
    /// Its name.
    pub heading: &'static str,
    /// How its counts are computed.
    pub explained: &'static str,
    /// Its rows.
    pub rows: Memo<Vec<Row>>,
    /// The filter that they are under.
    pub filter: Signal<Filter>,
}

/// Bars that are drawn before people ask for all.
const FEW: usize = 10;

/// Months that are drawn: as many as have room for their counts.
const fn months_in(frame: Frame) -> i32 {
    if frame.is_narrow() { 13 } else { 24 }
}

/// A figure: name, short description, drawing, legend, table, files and explanation.
pub fn figure(chart: Chart) -> AnyView {
    let Chart { by, kind, heading, explained, rows, filter } = chart;
    let lang = use_lang();
    let texts = lang.recap();
    let name_id = ["figure-", by.as_str()].concat();
    let summary_id = [&name_id, "-summary"].concat();
    let link =
        Link::new(move |key: String| narrowed(&filter.get(), by, &key).map(|filter| filter_link(&filter)));

    let place = NodeRef::<Div>::new();
    let frame = frame_of(place);
    let all = RwSignal::new(false);
    let drawing = Memo::new(move |_| {
        let frame = frame.get();
        rows.with(|rows| match kind {
            Kind::Bars => {
                let shown = if all.get() { rows.len() } else { FEW };
                let rows: Vec<Bar> = rows.iter().take(shown).map(|row| bar(lang, row)).collect();
                bars(&rows, frame)
            }
            Kind::Columns => {
                columns(&months(lang, rows, months_in(frame)).0, frame, &|count| number(lang, count))
            }
            Kind::Stages => stack(&stage_parts(lang, rows), frame),
        })
    });
    let summary = move || rows.with(|rows| summary_of(kind, rows));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let below = match kind {
        Kind::Bars => more_bars(rows, all),
        Kind::Columns => (move || earlier(rows, frame.get())).into_any(),
        Kind::Stages => stage_list(rows, link),
    };
    let legend = (kind != Kind::Stages).then(|| legend(rows));
    view! {
        <figure class="figure" aria-labelledby=name_id.clone()>
            <figcaption>
                <h2 class="figure-name" id=name_id.clone()>
                    {heading}
                </h2>
                <p class="figure-summary" id=summary_id.clone()>
                    {summary}
                </p>
            </figcaption>
            {legend}
            <div class="figure-plot" class:figure-empty=move || is_empty.get() node_ref=place>
                {draw(drawing, heading.to_owned(), summary_id, Some(link))}
            </div>
            {below}
            <div class="figure-more">
                {table(lang, by, heading, rows, link)}
                <details class="figure-details">
                    <summary>{texts.how_computed}</summary>
                    <p class="figure-explained">{explained}</p>
                </details>
                {files(by, heading, filter)}
            </div>
        </figure>
    }
    .into_any()
}

/// One small bar of the groups, without links: the page around it has its own.
pub fn stage_bar(name: &'static str, groups: Memo<GroupCounts>) -> AnyView {
    let lang = use_lang();
    let place = NodeRef::<Div>::new();
    let frame = frame_of(place);
    let drawing: Memo<Drawing> = Memo::new(move |_| stack(&group_parts(lang, &groups.get()), frame.get()));
    let entries = Group::ALL.iter().map(|group| {
        view! {
            <li>
                {swatch(Some(*group))} <span class="stage-name">{lang.group(*group)}</span>
                <span class="stage-count">{move || number(lang, groups.get().get(*group))}</span>
            </li>
        }
    });
    let id = "stage-bar-parts";
    view! {
        <div class="stage-bar">
            <div class="figure-plot" node_ref=place>
                {draw(drawing, name.to_owned(), id.to_owned(), None)}
            </div>
            <ul class="stage-list" id=id>
                {entries.collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

fn summary_of(kind: Kind, rows: &[Row]) -> String {
    let lang = use_lang();
    let texts = lang.recap();
    if kind == Kind::Stages {
        let stage = |row: &Row| row.key.parse::<Stage>().is_ok_and(Stage::is_waiting);
        let waiting: u64 = rows.iter().filter(|row| stage(row)).map(|row| row.count).sum();
        let total: u64 = rows.iter().map(|row| row.count).sum();
        return fill(
            texts.stages_summary,
            &[("waiting", &number(lang, waiting)), ("n", &complaints(lang, total))],
        );
    }
    // The first of the highest ones, as the eye finds it; what is not stated only where nothing else is there.
    let top = rows.iter().rev().max_by_key(|row| (row.key != NONE_KEY, row.count));
    let Some(top) = top else { return texts.nothing_to_draw.to_owned() };
    let (text, name) = match Month::parse(&top.key) {
        Ok(month) => (texts.months_summary, month_long(lang, month)),
        Err(_) => (texts.chart_summary, top.label.clone()),
    };
    fill(text, &[("name", &name), ("count", &complaints(lang, top.count))])
}

/// Draws the rest of the bars, or leaves them to the table again.
fn more_bars(rows: Memo<Vec<Row>>, all: RwSignal<bool>) -> AnyView {
    let lang = use_lang();
    let texts = lang.recap();
    let button = move || {
        let count = rows.with(Vec::len);
        let label = move || match all.get() {
            true => texts.show_fewer.to_owned(),
            false => fill(texts.show_all, &[("n", &number(lang, count as u64))]),
        };
        (count > FEW).then(|| {
            view! {
                <button type="button" class="button button-quiet" on:click=move |_| all.update(|all| *all = !*all)>
                    {label}
                </button>
            }
        })
    };
    button.into_any()
}

fn earlier(rows: Memo<Vec<Row>>, frame: Frame) -> Option<AnyView> {
    let lang = use_lang();
    let (_, count) = rows.with(|rows| months(lang, rows, months_in(frame)));
    let text = fill(lang.recap().earlier_months, &[("count", &complaints(lang, count))]);
    (count > 0).then(|| view! { <p class="figure-note">{text}</p> }.into_any())
}

/// The stages under their bar, each with its pattern, its count and a link: names that the bar has no room for.
fn stage_list(rows: Memo<Vec<Row>>, link: Link) -> AnyView {
    let lang = use_lang();
    let entries = move || {
        rows.with(|rows| {
            let entry = |row: &Row| {
                let group = row.key.parse::<Stage>().ok().and_then(Stage::group);
                view! {
                    <li>
                        {swatch(group)}
                        <a class="stage-name" href=link.run(row.key.clone()) data-noscroll="">
                            {row.label.clone()}
                        </a>
                        <span class="stage-count">{number(lang, row.count)}</span>
                    </li>
                }
                .into_any()
            };
            rows.iter().map(entry).collect::<Vec<_>>()
        })
    };
    view! { <ul class="stage-list">{entries}</ul> }.into_any()
}
