use maud::{Markup, html};
use shared::lang::{Lang, fill};
use shared::request::{RequestOutcome, RequestReport};

/// The headline figures: what became of the requests, how long that took, and what is late.
pub(super) fn headline(lang: Lang, report: &RequestReport) -> Markup {
    let texts = lang.report();
    let number = |count: u32| lang.number(u64::from(count));
    let decimal = |days: Option<f64>| days.map_or(texts.nothing.to_owned(), |days| lang.decimal(days));
    let told = fill(texts.told, &[("n", &number(report.days.told))]);
    let longest = report.days.longest.map_or(texts.nothing.to_owned(), number);
    let clocks = [
        (texts.late, number(report.late), texts.late_note),
        (texts.late_open, number(report.late_open), ""),
        (texts.extended, number(report.extended), ""),
        (texts.median, decimal(report.days.median), &told),
        (texts.mean, decimal(report.days.mean), &told),
        (texts.longest, longest, &told),
    ];
    html! {
        section aria-labelledby="headline-name" {
            h2 class="visually-hidden" id="headline-name" { (texts.figures) }
            dl class="tiles tiles-counts" {
                (tile(texts.received, &number(report.received), ""))
                @for outcome in RequestOutcome::ALL {
                    (tile(lang.request_outcome(*outcome), &number(report.of(*outcome)), ""))
                }
            }
            dl class="tiles tiles-counts" {
                @for (name, value, note) in &clocks { (tile(name, value, note)) }
            }
        }
    }
}

fn tile(name: &str, value: &str, note: &str) -> Markup {
    html! {
        div class="tile" {
            dt { (name) }
            dd class="tile-value" { (value) }
            @if !note.is_empty() { dd class="tile-note" { (note) } }
        }
    }
}
