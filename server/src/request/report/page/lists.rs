use maud::{Markup, html};
use shared::lang::{Lang, fill};
use shared::request::RequestReport;

/// So many requests stand on the page; the files have all.
const SHOWN: usize = 500;

/// What refusals rest on.
pub(super) fn refusals(lang: Lang, report: &RequestReport) -> Markup {
    let texts = lang.report();
    let rows = report.refusals.iter().map(|one| vec![one.article.clone(), lang.number(u64::from(one.count))]);
    html! {
        section {
            h2 { (texts.by_article) }
            @if report.refusals.is_empty() {
                p { (texts.no_refusals) }
            } @else {
                (table(texts.by_article, &[texts.article, texts.count], 1, &rows.collect::<Vec<_>>()))
            }
        }
    }
}

/// What was decided on objections, and which disputes are still possible.
pub(super) fn disputes(lang: Lang, report: &RequestReport) -> Markup {
    let texts = lang.report();
    let number = |count: u32| lang.number(u64::from(count));
    let rows = report.objections.iter().map(|one| {
        vec![
            lang.ground(one.ground).to_owned(),
            number(one.upheld),
            number(one.dismissed),
            number(one.waiting),
        ]
    });
    html! {
        section {
            h2 { (texts.disputes) }
            @if !report.objections.is_empty() {
                (table(
                    texts.by_ground,
                    &[texts.ground, texts.upheld, texts.dismissed, texts.waiting],
                    1,
                    &rows.collect::<Vec<_>>(),
                ))
            }
            p { (fill(texts.disputable, &[("n", &number(report.disputable))])) " " (texts.not_told) }
        }
    }
}

/// Each request with the days it took.
pub(super) fn each(lang: Lang, report: &RequestReport) -> Markup {
    let texts = lang.report();
    let head =
        [texts.number, texts.received_on, texts.outcome, texts.days, texts.late_days, texts.objections];
    let number = |count: u32| lang.number(u64::from(count));
    let rows = report.requests.iter().map(|line| {
        vec![
            line.number.clone(),
            lang.day_short(line.received_on),
            lang.request_outcome(line.outcome).to_owned(),
            number(line.days),
            number(line.late_days),
            number(line.objections),
        ]
    });
    let rest = report.requests.len().saturating_sub(SHOWN);
    html! {
        section {
            h2 { (texts.each) }
            (table(texts.each, &head, 3, &rows.take(SHOWN).collect::<Vec<_>>()))
            @if rest > 0 { p { (fill(texts.more, &[("n", &rest.to_string())])) } }
        }
    }
}

/// A table that is wider than a phone is moved by itself. What is counted stands in its last columns, from `counts` on.
fn table(name: &str, head: &[&str], counts: usize, rows: &[Vec<String>]) -> Markup {
    let class = |place: usize| (place >= counts).then_some("table-number");
    html! {
        div class="table-scroll" role="region" aria-label=(name) tabindex="0" {
            table class="table" {
                caption class="visually-hidden" { (name) }
                thead {
                    tr { @for (place, name) in head.iter().enumerate() { th scope="col" class=[class(place)] { (name) } } }
                }
                tbody {
                    @for row in rows {
                        tr {
                            @for (place, cell) in row.iter().enumerate() {
                                @if place == 0 { th scope="row" { (cell) } } @else { td class=[class(place)] { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
