use leptos::prelude::*;
use shared::chart::Ink;
use shared::complaint::Group;
use shared::recap::Row;

use crate::platform::lang::use_lang;

/// The patterns that tell groups apart without colour. Once on every page that draws or names them.
///
/// The two kinds of waiting are stripes and a solid; what moves is dotted; what is done is light with an edge. So they
/// stay apart in grey, in print and in forced colours.
pub fn patterns() -> AnyView {
    view! {
        <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="pattern-chart-awaiting-disposition" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="pattern-ground pattern-a" width="7" height="7"></rect>
                    <rect class="pattern-ink pattern-a" width="3.500" height="7"></rect>
                </pattern>
                <pattern id="pattern-chart-awaiting-follow-up" width="8" height="8" patternUnits="userSpaceOnUse">
                    <rect class="pattern-ink pattern-b" width="8" height="8"></rect>
                </pattern>
                <pattern id="pattern-chart-in-progress" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="pattern-ground pattern-c" width="6" height="6"></rect>
                    <circle class="pattern-ink pattern-c" cx="3" cy="3" r="1.500"></circle>
                </pattern>
                <pattern id="pattern-chart-done" width="8" height="8" patternUnits="userSpaceOnUse">
                    <rect class="pattern-ground pattern-d" width="8" height="8"></rect>
                </pattern>
                <pattern id="pattern-chart-archived" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="pattern-ground pattern-e" width="6" height="6"></rect>
                    <rect class="pattern-ink pattern-e" width="6" height="1.500"></rect>
                </pattern>
            </defs>
        </svg>
    }
    .into_any()
}

/// A small sample of a group's pattern.
pub fn swatch(group: Option<Group>) -> AnyView {
    let class = Ink::Part(group).class();
    let fill = ["url(#pattern-", class, ")"].concat();
    view! {
        <svg class="chart-swatch" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
            <rect class=class fill=fill x="0.500" y="0.500" width="19" height="13"></rect>
        </svg>
    }
    .into_any()
}

/// What the patterns mean: those that occur in the rows, in the order in which they stand in the bars.
pub fn legend(rows: Memo<Vec<Row>>) -> AnyView {
    let lang = use_lang();
    let present = Memo::new(move |_| {
        let occurs = |group: &Group| rows.with(|rows| rows.iter().any(|row| row.groups.get(*group) > 0));
        Group::ALL.iter().copied().filter(occurs).collect::<Vec<_>>()
    });
    let entries = move || {
        let entry = |group| view! { <li>{swatch(Some(group))} {lang.group(group)}</li> }.into_any();
        present.get().into_iter().map(entry).collect::<Vec<_>>()
    };
    view! {
        <ul class="chart-legend" aria-label=lang.recap().legend>
            {entries}
        </ul>
    }
    .into_any()
}
