use maud::{Markup, html};
use shared::lang::Lang;
use shared::request::{RequestOutcome, RequestReport};

use super::super::files::month_of;
use crate::platform::pages::chart::count_bar;

/// A chart: its id, its name, what its rows are, and each with its count.
struct Chart<'a> {
    id: &'a str,
    name: &'a str,
    of: &'a str,
    rows: Vec<(String, u32)>,
}

/// What is drawn of a report. Every chart is a table with bars in it, so that its numbers stand beside them.
pub(super) fn charts(lang: Lang, report: &RequestReport) -> Markup {
    let texts = lang.report();
    let outcomes =
        RequestOutcome::ALL.iter().map(|one| (lang.request_outcome(*one).to_owned(), report.of(*one)));
    let paces = report.paces.iter().map(|pace| (lang.pace(pace), pace.count));
    let months = (0..).zip(&report.months).map(|(place, count)| (month_of(lang, report.year, place), *count));
    let grounds = report.objections.iter().map(|one| (lang.ground(one.ground).to_owned(), one.total()));
    let chart = |id, name, of, rows| figure(lang, &Chart { id, name, of, rows });
    html! {
        div class="figures" {
            (chart("outcomes", texts.by_outcome, texts.outcome, outcomes.collect()))
            (chart("paces", texts.by_days, texts.days, paces.collect()))
            (chart("months", texts.by_month, texts.month, months.collect()))
            @if report.objections.is_empty() {
                section class="figure" { h2 class="figure-name" { (texts.by_ground) } p { (texts.no_objections) } }
            } @else {
                (chart("grounds", texts.by_ground, texts.ground, grounds.collect()))
            }
        }
    }
}

fn figure(lang: Lang, chart: &Chart<'_>) -> Markup {
    let most = chart.rows.iter().map(|(_, count)| u64::from(*count)).max().unwrap_or_default();
    html! {
        figure class="figure" aria-labelledby=(chart.id) {
            figcaption { h2 class="figure-name" id=(chart.id) { (chart.name) } }
            table class="bars" {
                caption class="visually-hidden" { (chart.name) }
                thead class="visually-hidden" {
                    tr {
                        th scope="col" { (chart.of) }
                        td {}
                        th scope="col" { (lang.report().count) }
                    }
                }
                tbody {
                    @for (name, count) in &chart.rows {
                        tr {
                            th scope="row" { (name) }
                            td class="bars-bar" { (count_bar(u64::from(*count), most)) }
                            td class="bars-count" { (lang.number(u64::from(*count))) }
                        }
                    }
                }
            }
        }
    }
}
