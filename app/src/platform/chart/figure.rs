use leptos::prelude::*;
use shared::calendar::Month;
use shared::chart::{Bar, Frame, bars, columns, stack};
use shared::complaint::{Group, Stage};
use shared::lang::fill;
use shared::recap::{Dimension, Filter, GroupCounts, NONE_KEY, Row};

use super::draw::{Link, draw};
use super::files::files;
use super::measure::frame_of;
use super::near::tell_near;
use super::pattern::{legend, swatch};
use super::rows::{bar, group_parts, months, stage_parts};
use super::table::{Table, table};
use super::words::{complaints, digits, month_names};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, RwSignal, Signal, memo};

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
    /// Told whether it is on the screen.
    pub near: RwSignal<bool>,
}

/// Bars that are drawn before people ask for all.
const FEW: usize = 10;

/// Months that are drawn: as many as have room for their counts.
const fn months_in(frame: Frame) -> i32 {
    if frame.is_narrow() { 13 } else { 24 }
}

/// A figure: name, short description, drawing, legend, table, files and explanation.
pub fn figure(chart: Chart) -> Tag {
    let Chart { by, kind, heading, explained, rows, filter, near } = chart;
    let lang = use_lang();
    let texts = lang.recap();
    let id = |part: &str| ["figure-", by.as_str(), part].concat();
    let link = Link::new(move |key: String| filter.get().narrowed(by, &key).map(|filter| filter.address()));
    let plot = tag("div").class("figure-plot");
    let frame = frame_of(plot.element());
    let all = RwSignal::new(false);
    let drawing = memo(move || {
        let frame = frame.get();
        rows.with(|rows| match kind {
            Kind::Bars => {
                let shown = if all.get() { rows.len() } else { FEW };
                let rows: Vec<Bar> = rows.iter().take(shown).map(|row| bar(lang, row)).collect();
                bars(&rows, frame)
            }
            Kind::Columns => {
                columns(&months(lang, rows, months_in(frame)).0, frame, &|count| digits(lang, count))
            }
            Kind::Stages => stack(&stage_parts(lang, rows), frame),
        })
    });
    let summary = move || rows.with(|rows| summary_of(kind, rows));
    let below: Part = match kind {
        Kind::Bars => Part::live(more_bars(rows, all)),
        Kind::Columns => Part::live(move || earlier(rows, frame.get())),
        Kind::Stages => stage_list(rows, link).into(),
    };
    let plot = plot.live_class("figure-empty", move || rows.with(Vec::is_empty)).with(draw(
        drawing,
        heading,
        &id("-summary"),
        Some(link),
    ));
    let caption = tag("figcaption")
        .with(tag("h2").class("figure-name").id(&id("")).with(heading))
        .with(tag("p").class("figure-summary").id(&id("-summary")).live(summary));
    let how = tag("details")
        .class("figure-details")
        .with(tag("summary").with(texts.how_computed))
        .with(tag("p").class("figure-explained").with(explained));
    let more = tag("div")
        .class("figure-more")
        .with(table(Table { by, name: heading, rows, link }))
        .with(how)
        .with(files(by, heading, filter));
    tell_near(tag("figure").class("figure"), near)
        .attr("aria-labelledby", id(""))
        .with(caption)
        .with((kind != Kind::Stages).then(|| legend(rows)))
        .with(plot)
        .with(below)
        .with(more)
}

/// One small bar of the groups, without links: the page around it has its own.
pub fn stage_bar(name: &'static str, groups: Memo<GroupCounts>) -> Tag {
    const LIST: &str = "stage-bar-list";
    let lang = use_lang();
    let plot = tag("div").class("figure-plot");
    let frame = frame_of(plot.element());
    let drawing = memo(move || stack(&group_parts(lang, &groups.get()), frame.get()));
    let entries: Vec<_> = Group::ALL
        .iter()
        .map(|group| {
            tag("li")
                .with(swatch(Some(*group)))
                .with(tag("span").class("stage-name").with(lang.group(*group)))
                .with(tag("span").class("stage-count").live(move || digits(lang, groups.get().get(*group))))
        })
        .collect();
    let chart = draw(drawing, name, LIST, None);
    tag("div")
        .class("stage-bar")
        .with(plot.with(chart))
        .with(tag("ul").class("stage-list").id(LIST).with(entries))
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
            &[("waiting", &digits(lang, waiting)), ("n", &complaints(lang, total))],
        );
    }
    // The first of the highest ones, as the eye finds it; what is not stated only where nothing else is there.
    let top = rows.iter().rev().max_by_key(|row| (row.key != NONE_KEY, row.count));
    let Some(top) = top else { return texts.nothing_to_draw.to_owned() };
    let (text, name) = match Month::parse(&top.key) {
        Ok(month) => (texts.months_summary, month_names(lang, month).1),
        Err(_) => (texts.chart_summary, top.label.clone()),
    };
    fill(text, &[("name", &name), ("count", &complaints(lang, top.count))])
}

/// Draws the rest of the bars, or leaves them to the table again.
fn more_bars(rows: Memo<Vec<Row>>, all: RwSignal<bool>) -> impl Fn() -> Option<Tag> {
    let lang = use_lang();
    let texts = lang.recap();
    let count = memo(move || rows.with(Vec::len));
    let label = move || match all.get() {
        true => texts.show_fewer.to_owned(),
        false => fill(texts.show_all, &[("n", &digits(lang, count.get() as u64))]),
    };
    move || {
        let press = move || all.update(|all| *all = !*all);
        let button = || tag("button").attr("type", "button").class("button button-quiet");
        (count.get() > FEW).then(|| button().on_press(press).live(label))
    }
}

fn earlier(rows: Memo<Vec<Row>>, frame: Frame) -> Option<Tag> {
    let lang = use_lang();
    let (_, count) = rows.with(|rows| months(lang, rows, months_in(frame)));
    let text = fill(lang.recap().earlier_months, &[("count", &complaints(lang, count))]);
    (count > 0).then(|| tag("p").class("figure-note").with(text))
}

/// The stages under their bar, each with its pattern, its count and a link: names that the bar has no room for.
fn stage_list(rows: Memo<Vec<Row>>, link: Link) -> Tag {
    let lang = use_lang();
    // Built anew only when others come: a link with the focus keeps it.
    let stages = memo(move || {
        rows.with(|rows| rows.iter().filter_map(|row| row.key.parse().ok()).collect::<Vec<Stage>>())
    });
    let entry = move |stage: Stage| {
        let key = stage.as_str();
        let find = move |row: &&Row| row.key == key;
        let count = move || rows.with(|rows| digits(lang, rows.iter().find(find).map_or(0, |row| row.count)));
        let name = tag("a")
            .class("stage-name")
            .live_attr("href", move || link.run(key.to_owned()))
            .attr("data-noscroll", "")
            .with(lang.stage(stage));
        tag("li").with(swatch(stage.group())).with(name).with(tag("span").class("stage-count").live(count))
    };
    tag("ul").class("stage-list").live(move || stages.get().into_iter().map(entry).collect::<Vec<_>>())
}
