use leptos::prelude::*;
use shared::calendar::Month;
use shared::complaint::Group;
use shared::lang::Lang;
use shared::recap::{Dimension, Row, sum_of_group};
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use super::draw::Link;
use super::words::digits;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{month_long, use_lang};
use crate::platform::reactive::{Memo, RwSignal, memo};

/// What a table shows.
#[derive(Clone, Copy)]
pub struct Table {
    /// What it counts by.
    pub by: Dimension,
    /// Its name.
    pub name: &'static str,
    /// Its rows.
    pub rows: Memo<Vec<Row>>,
    /// Where its rows lead.
    pub link: Link,
}

/// A chart's numbers as a table, behind a toggle. It is built when it is opened: closed ones cost nothing while the
/// figures move.
pub fn table(table: Table) -> Tag {
    let open = RwSignal::new(false);
    let content = move || open.get().then(|| built(table));
    tag("details")
        .class("figure-details")
        .on("toggle", move |event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            open.set(details.is_some_and(|details| details.open()));
        })
        .with(tag("summary").with(use_lang().recap().as_table))
        .live(content)
}

fn built(table: Table) -> Tag {
    let lang = use_lang();
    let Table { by, name, rows, .. } = table;
    // Stages are groups already, only finer.
    let groups: &'static [Group] = if by == Dimension::Stage { &[] } else { Group::ALL };
    let heads: Vec<_> = groups.iter().map(|group| head(lang.group(*group))).collect();
    // Rows are built anew only when others come or their order changes: a link with the focus keeps it.
    let keys = memo(move || rows.with(|rows| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>()));
    let lines = move || keys.get().into_iter().map(|key| line(lang, table, groups, key)).collect::<Vec<_>>();
    let of_group = |group| cell(lang, move || rows.with(|rows| sum_of_group(rows, group)));
    let mut sums: Vec<_> = groups.iter().map(|group| of_group(*group)).collect();
    sums.push(cell(lang, move || rows.with(|rows| Some(rows.iter().map(|row| row.count).sum()))));
    let top = tag("tr")
        .with(tag("th").attr("scope", "col").with(lang.dimension(by)))
        .with(heads)
        .with(head(lang.count()));
    let total = tag("tr").with(tag("th").attr("scope", "row").with(lang.total())).with(sums);
    let content = tag("table")
        .class("table")
        .with(tag("caption").with(name))
        .with(tag("thead").with(top))
        .with(tag("tbody").live(lines))
        .with(tag("tfoot").with(total));
    tag("div")
        .class("table-scroll")
        .attr("role", "region")
        .attr("aria-label", name)
        .attr("tabindex", "0")
        .with(content)
}

fn line(lang: Lang, table: Table, groups: &'static [Group], key: String) -> Tag {
    let Table { rows, link, .. } = table;
    let row = {
        let key = key.clone();
        memo(move || rows.with(|rows| rows.iter().find(|row| row.key == key).cloned()))
    };
    let label = row.with_untracked(|row| row.as_ref().map(|row| row.label.clone()).unwrap_or_default());
    let label = Month::parse(&key).map_or(label, |month| month_long(lang, month));
    let name: Part = match link.run(key.clone()) {
        Some(_) => {
            let address = move || link.run(key.clone());
            tag("a").live_attr("href", address).attr("data-noscroll", "").with(label).into()
        }
        None => label.into(),
    };
    let count = move |of: &dyn Fn(&Row) -> Option<u64>| row.with(|row| row.as_ref().and_then(of));
    let of_group = |group| cell(lang, move || count(&|row: &Row| row.of_group(group)));
    let mut cells: Vec<_> = groups.iter().map(|group| of_group(*group)).collect();
    cells.push(cell(lang, move || count(&|row: &Row| Some(row.count))));
    tag("tr").with(tag("th").attr("scope", "row").with(name)).with(cells)
}

fn head(name: &str) -> Tag {
    tag("th").attr("scope", "col").class("table-number").with(name)
}

fn cell(lang: Lang, count: impl Fn() -> Option<u64> + 'static) -> Tag {
    let words = move || count().map_or(lang.recap().not_split.to_owned(), |count| digits(lang, count));
    tag("td").class("table-number").live(words)
}
