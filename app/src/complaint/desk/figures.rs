//! Figures for the staff.

use shared::api::{FIGURES_CSV_PATH, FIGURES_XLSX_PATH, GetFigures, LATE_CSV_PATH, LATE_XLSX_PATH};
use shared::calendar::Day;
use shared::complaint::desk::{DeskFigures, FigureRow};
use shared::lang::Lang;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{decimal, use_lang};
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::settings::{agency_name, use_meta};
use crate::platform::ui::{Field, date_field, failure_notice, page_heading, skeleton};

/// What agencies did between two days, and what they have in hand.
pub fn figures_page() -> Tag {
    let texts = use_lang().figures();
    let session = use_session();
    let today = use_meta().today;
    let first = Day::new(today.year(), 1, 1).unwrap_or(today);
    let (from, to) = (RwSignal::new(first.to_string()), RwSignal::new(today.to_string()));
    let query = memo(move || ["from=", &from.get(), "&to=", &to.get()].concat());
    let found = load(move || {
        let query = query.get();
        async move { call::<GetFigures>(Call { query: &query, ..Call::default() }, &()).await }
    });
    let fields = [
        date_field(Field::new("figures-from", texts.from), None, Some(today.to_string()), from),
        date_field(Field::new("figures-to", texts.to), None, Some(today.to_string()), to),
    ];
    let fields: Vec<Part> = fields.into_iter().map(Part::from).collect();
    let content = move || -> Part {
        if let Some(failure) = found.failure.get() {
            session.note(&failure);
            return failure_notice(&failure, move || found.again()).into();
        }
        found.value.get().map_or_else(|| skeleton(6).into(), |found| tables(&found, &query.get()))
    };
    tag("div")
        .class("page")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(tag("div").class("figures-time").with(fields))
        .live(content)
}

fn tables(found: &DeskFigures, query: &str) -> Part {
    let lang = use_lang();
    let texts = lang.figures();
    let officers: Part = match found.officers.is_empty() {
        true => Part::Nothing,
        false => tag("section")
            .class("panel")
            .with(tag("h2").with(texts.officers))
            .with(tag("p").with(texts.officers_lead))
            .with(table(lang, texts.officers, &found.officers))
            .into(),
    };
    let files = |csv: &str, xlsx: &str| {
        let link = |path: &str, label: &'static str| {
            tag("a").class("button button-quiet").attr("href", path).attr("download", "").with(label)
        };
        tag("div").class("form-ways").with([link(csv, texts.csv), link(xlsx, texts.xlsx)])
    };
    let with_query = |path: &str| [path, "?", query].concat();
    let parts: [Part; 3] = [
        tag("section")
            .class("panel")
            .with(tag("h2").with(texts.agencies))
            .with(table(lang, texts.agencies, &found.agencies))
            .with(files(&with_query(FIGURES_CSV_PATH), &with_query(FIGURES_XLSX_PATH)))
            .into(),
        officers,
        tag("section")
            .class("panel")
            .with(tag("h2").with(texts.late_list))
            .with(files(LATE_CSV_PATH, LATE_XLSX_PATH))
            .into(),
    ];
    parts.into()
}

fn table(lang: Lang, name: &'static str, rows: &[FigureRow]) -> Tag {
    let texts = lang.figures();
    let first = if rows.iter().any(|row| row.officer.is_some()) { texts.officer } else { texts.agency };
    let names = [
        first,
        texts.answered,
        texts.median_days,
        texts.refused,
        texts.reopened,
        texts.checked,
        texts.open,
        texts.late,
    ];
    let head: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let look = if place > 0 { "table-number" } else { "" };
            tag("th").class(look).attr("scope", "col").with(*name)
        })
        .collect();
    let body: Vec<_> = rows.iter().map(|one| row(lang, one)).collect();
    let table = tag("table")
        .class("table")
        .with(tag("thead").with(tag("tr").with(head)))
        .with(tag("tbody").with(body));
    tag("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", name)
        .with(table)
}

fn row(lang: Lang, one: &FigureRow) -> Tag {
    let name = one.officer.clone().unwrap_or_else(|| agency_name(lang, &one.agency));
    let median = one.median_days.map_or_else(|| lang.figures().none.to_owned(), |days| decimal(lang, days));
    let counts = [one.refused, one.reopened, one.checked, one.open, one.late].map(|count| count.to_string());
    let cells = [one.answered.to_string(), median].into_iter().chain(counts);
    let cells = cells.map(|cell| tag("td").class("table-number").with(cell));
    tag("tr").with(tag("th").attr("scope", "row").with(name)).with(cells.collect::<Vec<_>>())
}
