//! Bars as the app draws them, for a page whose width nobody knows yet: lengths along it are shares of the whole,
//! heights are in letters' sizes.

use maud::{Markup, html};
use shared::chart::{Drawing, Frame, Ink, Mark, Part, Px, parts_of, stack};
use shared::complaint::{Group, Stage};
use shared::lang::{Lang, fill};
use shared::recap::{GroupCounts, Row};

/// A phone: numbers that have room in its bars have room in wider ones.
const PHONE: Frame = Frame { width: Px::new(328), font: Px::new(13) };

/// A bar's length in the finest steps that are written.
const WHOLE: Px = Px::new(1_000);
/// What is not nothing can be seen.
const LEAST: Px = Px::new(10);

/// The patterns that tell groups apart without colour; once on every page that draws them. As the app's own.
pub fn patterns() -> Markup {
    let ground = |side: &str| html! { rect class="pattern-ground" width=(side) height=(side) {} };
    let ink = |width: &str, height: &str| html! { rect class="pattern-ink" width=(width) height=(height) {} };
    let dot = html! { circle class="pattern-ink" cx="3" cy="3" r="1.5" {} };
    let parts = [
        (
            Some(Group::AwaitingDisposition),
            "7",
            Some("rotate(45)"),
            html! { (ground("7")) (ink("3.5", "7")) },
        ),
        (Some(Group::AwaitingFollowUp), "8", None, ink("8", "8")),
        (Some(Group::InProgress), "6", None, html! { (ground("6")) (dot) }),
        (Some(Group::Done), "8", None, ground("8")),
        (None, "6", None, html! { (ground("6")) (ink("6", "1.5")) }),
    ];
    html! {
        svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                @for (group, side, turned, content) in parts {
                    @let class = Ink::Part(group).class();
                    pattern id={ "pattern-" (class) } class={ "of-" (class) } patternUnits="userSpaceOnUse"
                        width=(side) height=(side) patternTransform=[turned] { (content) }
                }
            }
        }
    }
}

/// A small sample of a group's pattern.
pub fn swatch(group: Option<Group>) -> Markup {
    let class = Ink::Part(group).class();
    html! {
        svg class="chart-swatch" viewBox="0 0 20 14" aria-hidden="true" focusable="false" {
            rect class=(class) width="19" height="13" fill=(fill_of(class)) x="0.5" y="0.5" {}
        }
    }
}

/// What the patterns mean: those that occur in the rows.
pub fn legend(lang: Lang, rows: &[Row]) -> Markup {
    let present = Group::ALL.iter().filter(|group| rows.iter().any(|row| row.groups.get(**group) > 0));
    html! {
        ul class="chart-legend" aria-label=(lang.recap().legend) {
            @for group in present { li { (swatch(Some(*group))) (lang.group(*group)) } }
        }
    }
}

/// One bar of all groups, with its list below.
pub fn group_bar(lang: Lang, name: &str, groups: &GroupCounts) -> Markup {
    const LIST: &str = "stage-bar-list";
    let part = |group: &Group| part(lang, Some(*group), lang.group(*group), groups.get(*group));
    let parts: Vec<Part> = Group::ALL.iter().map(part).collect();
    html! {
        div class="stage-bar" {
            div class="figure-plot" { (drawn(&stack(&parts, PHONE), name, LIST)) }
            ul class="stage-list" id=(LIST) {
                @for group in Group::ALL {
                    li {
                        (swatch(Some(*group)))
                        span class="stage-name" { (lang.group(*group)) }
                        span class="stage-count" { (lang.number(groups.get(*group))) }
                    }
                }
            }
        }
    }
}

/// One bar of all stages; `described_by` is the id of what says the same in words.
pub fn stage_bar(lang: Lang, name: &str, described_by: &str, rows: &[Row]) -> Markup {
    let part = |row: &Row| {
        let group = row.key.parse::<Stage>().ok().and_then(Stage::group);
        part(lang, group, &row.label, row.count)
    };
    let parts: Vec<Part> = rows.iter().map(part).collect();
    drawn(&stack(&parts, PHONE), name, described_by)
}

/// The bar of one row, divided by group, where the longest one is of `most`. The numbers stand beside it.
pub fn row_bar(row: &Row, most: u64) -> Markup {
    let rest = row.count.saturating_sub(row.groups.total());
    let groups = Group::ALL.iter().map(|group| (Some(*group), row.groups.get(*group)));
    let parts: Vec<(Option<Group>, u64)> = groups.chain([(None, rest)]).collect();
    let values: Vec<u64> = parts.iter().map(|(_, value)| *value).collect();
    let length = shared::chart::position(row.count, most, WHOLE);
    let mut x = Px::ZERO;
    let bars = parts.iter().zip(parts_of(&values, length, LEAST)).map(|((group, _), width)| {
        let start = x;
        x = x + width;
        (Ink::Part(*group).class(), start, width)
    });
    html! {
        svg class="chart row-bar" aria-hidden="true" focusable="false" {
            @for (class, x, width) in bars.filter(|(_, _, width)| *width > Px::ZERO) {
                rect class=(class) fill=(fill_of(class)) x=(share(x, WHOLE)) width=(share(width, WHOLE)) height="100%" {}
            }
        }
    }
}

/// The bar of a count that is not divided, where the longest one is of `most`. The number stands beside it.
pub fn count_bar(count: u64, most: u64) -> Markup {
    let groups = GroupCounts { done: count, ..GroupCounts::default() };
    row_bar(&Row { key: String::new(), label: String::new(), count, groups }, most)
}

fn part(lang: Lang, group: Option<Group>, name: &str, value: u64) -> Part {
    let count = lang.complaints(value);
    Part {
        key: String::new(),
        group,
        value,
        text: lang.number(value),
        label: String::new(),
        title: fill(lang.recap().mark, &[("name", name), ("count", &count)]),
    }
}

/// A drawing as wide as its place.
fn drawn(drawing: &Drawing, name: &str, described_by: &str) -> Markup {
    let along = |x: Px| share(x, drawing.width);
    html! {
        svg class="chart chart-fluid" role="img" aria-label=(name) aria-describedby=(described_by) {
            @for item in &drawing.items {
                g class="chart-item" {
                    title { (item.title) }
                    @for mark in &item.marks {
                        @match mark {
                            Mark::Rect { x, y, width, height, ink, .. } => {
                                rect class=(ink.class()) x=(along(*x)) y=(letters(*y)) width=(along(*width))
                                    height=(letters(*height)) fill=(fill_of(ink.class())) {}
                            }
                            Mark::Text { x, y, anchor, ink, text } => {
                                text class=(ink.class()) x=(along(*x)) y=(letters(*y)) text-anchor=(anchor.as_str()) {
                                    (text)
                                }
                            }
                            Mark::Line { .. } => {}
                        }
                    }
                }
            }
        }
    }
}

fn fill_of(class: &str) -> String {
    ["url(#pattern-", class, ")"].concat()
}

/// A length as a share of another: `12.5%`.
fn share(length: Px, whole: Px) -> String {
    let hundredths = i64::from(length.tenths()) * 10_000 / i64::from(whole.tenths().max(1));
    written(hundredths, "%")
}

/// A height in sizes of the page's letters.
fn letters(height: Px) -> String {
    written(i64::from(height.tenths()) * 100 / i64::from(PHONE.font.tenths()), "em")
}

fn written(hundredths: i64, unit: &str) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    [text.trim_end_matches('0').trim_end_matches('.'), unit].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(waiting: u64, done: u64, archived: u64) -> Row {
        let groups = GroupCounts { awaiting_disposition: waiting, done, ..GroupCounts::default() };
        Row { key: "jalan".into(), label: "Jalan".into(), count: waiting + done + archived, groups }
    }

    #[test]
    fn lengths_are_shares_of_the_whole() {
        let check = |tenths, expected: &str| assert_eq!(share(Px::of_tenths(tenths), WHOLE), expected);
        check(0, "0%");
        check(10_000, "100%");
        check(1_250, "12.5%");
        check(3_333, "33.33%");
        assert_eq!(letters(PHONE.font), "1em");
    }

    #[test]
    fn a_rows_bar_is_as_long_as_its_count() {
        let check = |row: Row, most, expected: &[(&str, &str)]| {
            let drawn = row_bar(&row, most).into_string();
            let found: Vec<_> = drawn.split("<rect").skip(1).collect();
            assert_eq!(found.len(), expected.len(), "{drawn}");
            for (rect, (class, width)) in found.iter().zip(expected) {
                assert!(rect.contains(class) && rect.contains(&format!("width=\"{width}\"")), "{rect}");
            }
        };
        check(row(10, 0, 0), 10, &[("chart-awaiting-disposition", "100%")]);
        check(row(0, 5, 0), 10, &[("chart-done", "50%")]);
        check(
            row(1, 1, 2),
            4,
            &[("chart-awaiting", "25.25%"), ("chart-done", "25.25%"), ("chart-arch", "49.5%")],
        );
        check(row(0, 0, 0), 10, &[]);
    }

    #[test]
    fn an_undivided_bar_is_of_one_piece() {
        let drawn = count_bar(5, 20).into_string();
        assert_eq!(drawn.matches("<rect").count(), 1, "{drawn}");
        assert!(drawn.contains("width=\"25%\""), "{drawn}");
        assert!(!count_bar(0, 20).into_string().contains("<rect"));
    }

    #[test]
    fn nothing_is_styled_in_place() {
        let groups = GroupCounts { awaiting_disposition: 7, in_progress: 3, ..GroupCounts::default() };
        let page = html! { (patterns()) (group_bar(Lang::Id, "Menurut tahap", &groups)) }.into_string();
        assert!(!page.contains("style="), "{page}");
        assert!(page.contains("<title>Belum terdisposisi: 7 aduan</title>"), "{page}");
        assert!(page.contains(">7</text>") && page.contains(">3</text>"), "{page}");
    }
}
