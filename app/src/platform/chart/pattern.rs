use shared::chart::Ink;
use shared::complaint::Group;
use shared::recap::Row;

use crate::platform::dom::{Tag, svg, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, memo};

/// The patterns that tell groups apart without colour. Once on every page that draws or names them.
///
/// The two kinds of waiting are stripes and a solid; what moves is dotted; what is done is light with an edge. So they
/// stay apart in grey, in print and in forced colours.
pub fn patterns() -> Tag {
    let parts = [
        pattern(Some(Group::AwaitingDisposition), "7")
            .attr("patternTransform", "rotate(45)")
            .with([rect("pattern-ground", "7", "7"), rect("pattern-ink", "3.5", "7")]),
        pattern(Some(Group::AwaitingFollowUp), "8").with(rect("pattern-ink", "8", "8")),
        pattern(Some(Group::InProgress), "6").with([
            rect("pattern-ground", "6", "6"),
            svg("circle").class("pattern-ink").attr("cx", "3").attr("cy", "3").attr("r", "1.5"),
        ]),
        pattern(Some(Group::Done), "8").with(rect("pattern-ground", "8", "8")),
        pattern(None, "6").with([rect("pattern-ground", "6", "6"), rect("pattern-ink", "6", "1.5")]),
    ];
    svg("svg")
        .class("chart-patterns")
        .attr("width", "0")
        .attr("height", "0")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(svg("defs").with(parts))
}

fn pattern(group: Option<Group>, side: &str) -> Tag {
    let class = Ink::Part(group).class();
    svg("pattern")
        .id(&["pattern-", class].concat())
        .class(&["of-", class].concat())
        .attr("patternUnits", "userSpaceOnUse")
        .attr("width", side)
        .attr("height", side)
}

fn rect(class: &str, width: &str, height: &str) -> Tag {
    svg("rect").class(class).attr("width", width).attr("height", height)
}

/// A small sample of a group's pattern.
pub fn swatch(group: Option<Group>) -> Tag {
    let class = Ink::Part(group).class();
    let sample = rect(class, "19", "13")
        .attr("fill", ["url(#pattern-", class, ")"].concat())
        .attr("x", "0.5")
        .attr("y", "0.5");
    svg("svg")
        .class("chart-swatch")
        .attr("viewBox", "0 0 20 14")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(sample)
}

/// What the patterns mean: those that occur in the rows, in the order in which they stand in the bars.
pub fn legend(rows: Memo<Vec<Row>>) -> Tag {
    let lang = use_lang();
    let present = memo(move || {
        let occurs = |group: &Group| rows.with(|rows| rows.iter().any(|row| row.groups.get(*group) > 0));
        Group::ALL.iter().copied().filter(occurs).collect::<Vec<_>>()
    });
    let entries = move || {
        let entry = |group| tag("li").with(swatch(Some(group))).with(lang.group(group));
        present.get().into_iter().map(entry).collect::<Vec<_>>()
    };
    tag("ul").class("chart-legend").attr("aria-label", lang.recap().legend).live(entries)
}
