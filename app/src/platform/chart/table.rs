use leptos::prelude::*;
use shared::calendar::Month;
use shared::complaint::Group;
use shared::lang::Lang;
use shared::recap::{Dimension, Row};

use super::draw::Link;
use crate::platform::lang::{month_long, number};

/// A chart's numbers as a table, behind a toggle. It is built when it is opened: closed ones cost nothing while the
/// figures move.
pub fn table(lang: Lang, by: Dimension, name: &'static str, rows: Memo<Vec<Row>>, link: Link) -> AnyView {
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
    };
    // Stages are groups already, only finer.
    let groups: &'static [Group] = if by == Dimension::Stage { &[] } else { Group::ALL };
    let body = move || open.get().then(|| table_of(lang, by, name, groups, rows, link));
    view! {
        <details class="figure-details" on:toggle=toggled>
            <summary>{lang.recap().as_table}</summary>
            {body}
        </details>
    }
    .into_any()
}

fn table_of(
    lang: Lang,
    by: Dimension,
    name: &'static str,
    groups: &'static [Group],
    rows: Memo<Vec<Row>>,
    link: Link,
) -> AnyView {
    let heads = groups.iter().map(|group| number_head(lang.group(*group))).collect_view();
    let lines = move || {
        rows.with(|rows| {
            rows.iter()
                .map(|row| {
                    let label = match by {
                        Dimension::Month => Month::parse(&row.key).ok().map(|month| month_long(lang, month)),
                        _ => None,
                    };
                    let label = label.unwrap_or_else(|| row.label.clone());
                    let name = match link.run(row.key.clone()) {
                        Some(href) => view! { <a href=href data-noscroll="">{label}</a> }.into_any(),
                        None => label.into_any(),
                    };
                    let counts = groups.iter().map(|group| row.groups.get(*group));
                    line(lang, name, counts, row.count)
                })
                .collect::<Vec<_>>()
        })
    };
    let sums = move || {
        rows.with(|rows| {
            let sum = |of: &dyn Fn(&Row) -> u64| rows.iter().map(of).sum::<u64>();
            let counts = groups.iter().map(|group| sum(&|row| row.groups.get(*group)));
            line(lang, lang.total().into_any(), counts, sum(&|row| row.count))
        })
    };
    view! {
        <div class="table-scroll" role="region" aria-label=name tabindex="0">
            <table class="table">
                <caption>{name}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.dimension(by)}</th>
                        {heads}
                        {number_head(lang.count())}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
                <tfoot>{sums}</tfoot>
            </table>
        </div>
    }
    .into_any()
}

fn number_head(name: &'static str) -> AnyView {
    view! {
        <th scope="col" class="table-number">
            {name}
        </th>
    }
    .into_any()
}

fn line(lang: Lang, name: AnyView, counts: impl Iterator<Item = u64>, total: u64) -> AnyView {
    let cell = |count: u64| view! { <td class="table-number">{number(lang, count)}</td> }.into_any();
    let counts: Vec<AnyView> = counts.chain([total]).map(cell).collect();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {counts}
        </tr>
    }
    .into_any()
}
