//! Each chart as a table with bars, with its numbers by group, its files and its explanation.

use maud::{Markup, html};
use shared::api::{Endpoint, GetRecap, RECAP_CSV_PATH, RECAP_XLSX_PATH};
use shared::complaint::{Group, Stage};
use shared::lang::fill;
use shared::recap::{Board, Dimension, NONE_KEY, Row, sum_of_group};

use super::Place;
use crate::platform::pages::chart::{legend, row_bar, stage_bar, swatch};

/// Months that have bars: half a year and the present one. The table below has all.
const MONTHS: usize = 7;

/// A chart: what it counts by, and its words.
struct Chart<'a> {
    by: Dimension,
    name: &'static str,
    explained: &'static str,
    rows: &'a [Row],
}

/// All charts of the page, in the app's order.
pub(super) fn charts(place: &Place<'_>, board: &Board) -> Markup {
    let texts = place.lang.recap();
    let counts = texts.counts_explained;
    let chart = |by, name, explained, rows| figure(place, &Chart { by, name, explained, rows });
    html! {
        div class="figures" {
            (chart(Dimension::Sector, texts.by_sector, counts, &board.sectors))
            (chart(Dimension::Stage, texts.by_stage, counts, &board.stages))
            (chart(Dimension::Month, texts.by_month, texts.months_explained, &board.months))
            (chart(Dimension::Region, texts.by_region, texts.regions_explained, &board.regions))
            (chart(Dimension::Agency, texts.by_agency, texts.agencies_explained, &board.agencies))
        }
    }
}

fn figure(place: &Place<'_>, chart: &Chart<'_>) -> Markup {
    let texts = place.lang.recap();
    let id = ["figure-", chart.by.as_str()].concat();
    let summary_id = [&id, "-summary"].concat();
    html! {
        figure class="figure" aria-labelledby=(id) {
            figcaption {
                h2 class="figure-name" id=(id) { (chart.name) }
                p class="figure-summary" id=(summary_id) { (summary(place, chart)) }
            }
            @if chart.by == Dimension::Stage {
                div class="figure-plot" { (stage_bar(place.lang, chart.name, &summary_id, chart.rows)) }
                (stages(place, chart.rows))
            } @else {
                (legend(place.lang, chart.rows))
                (bars(place, chart))
            }
            div class="figure-more" {
                details class="figure-details" {
                    summary { (texts.as_table) }
                    (numbers(place, chart))
                }
                details class="figure-details" {
                    summary { (texts.how_computed) }
                    p class="figure-explained" { (chart.explained) }
                }
                (files(place, chart))
            }
        }
    }
}

fn summary(place: &Place<'_>, chart: &Chart<'_>) -> String {
    let (lang, texts) = (place.lang, place.lang.recap());
    if chart.by == Dimension::Stage {
        let is_waiting = |row: &&Row| row.key.parse::<Stage>().is_ok_and(Stage::is_waiting);
        let waiting: u64 = chart.rows.iter().filter(is_waiting).map(|row| row.count).sum();
        let total: u64 = chart.rows.iter().map(|row| row.count).sum();
        let values = [("waiting", lang.number(waiting)), ("n", lang.complaints(total))];
        return fill(texts.stages_summary, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    // The first of the highest ones, as the eye finds it; what is not stated only where nothing else is there.
    let top = chart.rows.iter().rev().max_by_key(|row| (row.key != NONE_KEY, row.count));
    let Some(top) = top else { return texts.nothing_to_draw.to_owned() };
    let text = if chart.by == Dimension::Month { texts.months_summary } else { texts.chart_summary };
    fill(text, &[("name", &top.label), ("count", &lang.complaints(top.count))])
}

/// Names, bars and counts.
fn bars(place: &Place<'_>, chart: &Chart<'_>) -> Markup {
    let (lang, texts) = (place.lang, place.lang.recap());
    let most = if chart.by == Dimension::Month { MONTHS } else { usize::MAX };
    let (earlier, shown) = chart.rows.split_at(chart.rows.len().saturating_sub(most));
    let longest = shown.iter().map(|row| row.count).max().unwrap_or_default();
    let left: u64 = earlier.iter().map(|row| row.count).sum();
    html! {
        table class="bars" {
            caption class="visually-hidden" { (chart.name) }
            thead class="visually-hidden" {
                tr {
                    th scope="col" { (lang.dimension(chart.by)) }
                    td {}
                    th scope="col" { (lang.count()) }
                }
            }
            tbody {
                @for row in shown {
                    tr {
                        th scope="row" { (name(place, chart.by, row)) }
                        td class="bars-bar" { (row_bar(row, longest)) }
                        td class="bars-count" { (lang.number(row.count)) }
                    }
                }
            }
        }
        @if left > 0 {
            p class="figure-note" { (fill(texts.earlier_months, &[("count", &lang.complaints(left))])) }
        }
    }
}

/// The stages under their bar.
fn stages(place: &Place<'_>, rows: &[Row]) -> Markup {
    html! {
        ul class="stage-list" {
            @for row in rows {
                li {
                    (swatch(row.key.parse::<Stage>().ok().and_then(Stage::group)))
                    a class="stage-name" href=[place.narrowed(Dimension::Stage, &row.key)] { (row.label) }
                    span class="stage-count" { (place.lang.number(row.count)) }
                }
            }
        }
    }
}

/// All numbers, by group.
fn numbers(place: &Place<'_>, chart: &Chart<'_>) -> Markup {
    let lang = place.lang;
    // Stages are groups already, only finer.
    let groups: &[Group] = if chart.by == Dimension::Stage { &[] } else { Group::ALL };
    let cell = |count: Option<u64>| {
        html! { td class="table-number" { (count.map_or(lang.recap().not_split.to_owned(), |count| lang.number(count))) } }
    };
    html! {
        div class="table-scroll" role="region" aria-label=(chart.name) tabindex="0" {
            table class="table" {
                caption { (chart.name) }
                thead {
                    tr {
                        th scope="col" { (lang.dimension(chart.by)) }
                        @for group in groups { th scope="col" class="table-number" { (lang.group(*group)) } }
                        th scope="col" class="table-number" { (lang.count()) }
                    }
                }
                tbody {
                    @for row in chart.rows {
                        tr {
                            th scope="row" { (name(place, chart.by, row)) }
                            @for group in groups { (cell(row.of_group(*group))) }
                            (cell(Some(row.count)))
                        }
                    }
                }
                tfoot {
                    tr {
                        th scope="row" { (lang.total()) }
                        @for group in groups { (cell(sum_of_group(chart.rows, *group))) }
                        (cell(Some(chart.rows.iter().map(|row| row.count).sum())))
                    }
                }
            }
        }
    }
}

fn name(place: &Place<'_>, by: Dimension, row: &Row) -> Markup {
    html! {
        @match place.narrowed(by, &row.key) {
            Some(address) => a href=(address) { (row.label) },
            None => (row.label),
        }
    }
}

/// The recap's files, at addresses that stay.
fn files(place: &Place<'_>, chart: &Chart<'_>) -> Markup {
    let texts = place.lang.recap();
    let query = place.filter.to_query();
    let and = if query.is_empty() { "" } else { "&" };
    // JSON is looked at, tables are kept.
    let kinds = [
        ("CSV", RECAP_CSV_PATH, Some("")),
        ("XLSX", RECAP_XLSX_PATH, Some("")),
        ("JSON", GetRecap::PATH, None),
    ];
    html! {
        div class="figure-files" {
            span { (texts.download) }
            ul {
                @for (format, path, download) in kinds {
                    @let address = [path, "?by=", chart.by.as_str(), and, &query].concat();
                    @let label = fill(texts.download_as, &[("name", chart.name), ("format", format)]);
                    li { a href=(address) rel="external" download=[download] aria-label=(label) { (format) } }
                }
            }
        }
    }
}
