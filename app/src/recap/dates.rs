//! The filters' days and months.

use leptos::prelude::*;
use shared::calendar::{Day, Month};
use shared::lang::Lang;
use shared::problem::Problem;
use shared::recap::Filter;

use super::filter::use_change;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Field, frame};

/// A month, written `YYYY-MM` where the browser has no picker for it.
pub fn month(
    field: Field,
    filter: Signal<Filter>,
    get: fn(&Filter) -> Option<Month>,
    set: fn(&mut Filter, Option<Month>),
) -> AnyView {
    let (change, today) = (use_change(), use_meta().today);
    let problem = RwSignal::new(None);
    let value = move || filter.with(get).map(|month| month.to_string()).unwrap_or_default();
    let changed = move |typed: String| {
        let month = match typed.trim() {
            "" => Ok(None),
            typed => Month::parse(typed).map(Some),
        };
        let mut filter = filter.get_untracked();
        let checked = month.and_then(|month| {
            set(&mut filter, month);
            let is_backwards = filter.from.zip(filter.to).is_some_and(|(from, to)| from > to);
            if is_backwards { Err(Problem::EndBeforeStart) } else { Ok(()) }
        });
        problem.set(checked.err());
        if checked.is_ok() {
            change(filter);
        }
    };
    let placeholder = match use_lang() {
        Lang::Id => "TTTT-BB",
        Lang::En => "YYYY-MM",
    };
    let input = input("month", field.problem(problem), value, changed)
        .attr("max", today.month().to_string())
        .attr("placeholder", placeholder);
    frame(field.problem(problem), input)
}

/// The day that the figures describe, with the days that people ask for most.
pub fn as_of(filter: Signal<Filter>, today: Day) -> Tag {
    let texts = use_lang().recap();
    let change = use_change();
    let problem = RwSignal::new(None);
    let field = Field::new("filter-as-of", texts.as_of).hint(texts.as_of_note).problem(problem);
    let value = move || filter.with(|filter| filter.as_of.unwrap_or(today).to_string());
    let changed = move |typed: String| {
        let day = if typed.is_empty() { Ok(today) } else { Day::parse(&typed) };
        let day = day.and_then(|day| if day > today { Err(Problem::InFuture) } else { Ok(day) });
        problem.set(day.err());
        if let Ok(day) = day {
            // Today is not a past day: that address goes with the time.
            change(Filter { as_of: (day < today).then_some(day), ..filter.get_untracked() });
        }
    };
    let input = input("date", field, value, changed).attr("max", today.to_string());
    tag("div").class("filters-as-of").with(frame(field, input)).with(quick_choices(filter, today))
}

fn quick_choices(filter: Signal<Filter>, today: Day) -> Tag {
    let texts = use_lang().recap();
    let last_month = today.month().first_day().plus(-1);
    let last_year = Day::new(today.year() - 1, 12, 31).filter(|day| *day != last_month);
    let link = |label: &'static str, day: Option<Day>| {
        let address = move || filter.with(|filter| Some(Filter { as_of: day, ..filter.clone() }.address()));
        let current = move || filter.with(|filter| filter.as_of == day).then(|| "true".to_owned());
        let link = tag("a")
            .class("quick")
            .live_attr("href", address)
            .live_attr("aria-current", current)
            .attr("data-noscroll", "")
            .with(label);
        tag("li").with(link)
    };
    tag("ul")
        .class("quicks")
        .attr("aria-label", texts.quick_choices)
        .with(link(texts.today, None))
        .with(link(texts.end_of_last_month, Some(last_month)))
        .with(last_year.map(|day| link(texts.end_of_last_year, Some(day))))
}

/// An input that acts when its value is complete, not while it is typed.
fn input(
    kind: &str,
    field: Field,
    value: impl Fn() -> String + 'static,
    changed: impl FnMut(String) + 'static,
) -> Tag {
    tag("input")
        .id(field.id)
        .class("input")
        .attr("type", kind)
        .live_attr("aria-describedby", field.described_by())
        .live_attr("aria-invalid", field.invalid())
        .live_property("value", move || value().into())
        .on_value("change", changed)
}
