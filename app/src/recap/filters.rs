use std::str::FromStr;

use leptos::prelude::*;
use shared::calendar::{Day, Month};
use shared::complaint::{Channel, Class};
use shared::lang::Lang;
use shared::problem::Problem;
use shared::recap::{Dimension, Filter, NONE_KEY};

use super::filter::{named, set_filters, use_change};
use crate::platform::chart::{fill, filter_link};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{number, use_lang};
use crate::platform::reactive::memo;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Bound, Field, frame, select_field};

/// The filters as a form. Every choice acts at once; the address follows.
///
/// On a phone the form is folded away at first: people come to see figures.
pub fn filters(filter: Signal<Filter>) -> Tag {
    let (lang, meta) = (use_lang(), use_meta());
    let texts = lang.recap();
    let count = {
        let meta = meta.clone();
        move || filter.with(|filter| set_filters(&meta, lang, filter).len())
    };
    let badge = move || {
        let count = count();
        let text = fill(texts.filters_set, &[("n", &number(lang, count as u64))]);
        (count > 0).then(|| tag("span").class("filters-count").with(text))
    };
    let form = tag("form")
        .class("filters-form")
        .on("submit", |event| event.prevent_default())
        .with(as_of(filter, meta.today))
        .with(month(
            Field::new("filter-from", texts.from),
            filter,
            |filter| filter.from,
            |filter, month| filter.from = month,
        ))
        .with(month(
            Field::new("filter-to", texts.to),
            filter,
            |filter| filter.to,
            |filter, month| filter.to = month,
        ))
        .with(choices(filter));
    tag("details")
        .class("filters")
        .with(tag("summary").with(tag("span").with(texts.filters)).live(badge))
        .with(form)
}

/// Sector, region, agency, class and channel.
fn choices(filter: Signal<Filter>) -> [AnyView; 5] {
    let (lang, meta) = (use_lang(), use_meta());
    let with_none = |mut options: Vec<(String, String)>| {
        options.push((NONE_KEY.to_owned(), lang.not_stated().to_owned()));
        options
    };
    let sectors = meta.sectors.iter().map(|it| (it.key.clone(), named(lang, &it.label, &it.label_en)));
    let agencies = meta.agencies.iter().map(|it| (it.key.clone(), named(lang, &it.label, &it.label_en)));
    let regions = meta.regencies.iter().map(|it| (it.code.clone(), it.name.clone()));
    let classes = Class::ALL.iter().map(|class| (class.to_string(), lang.class(*class).to_owned()));
    let channels = Channel::ALL.iter().map(|it| (it.to_string(), lang.channel(*it).to_owned()));
    [
        choice(
            ("filter-sector", Dimension::Sector),
            with_none(sectors.collect()),
            filter,
            |filter| filter.sector.clone(),
            |filter, value| filter.sector = value,
        ),
        choice(
            ("filter-region", Dimension::Region),
            with_none(regions.collect()),
            filter,
            |filter| filter.region.clone(),
            |filter, value| filter.region = value,
        ),
        choice(
            ("filter-agency", Dimension::Agency),
            with_none(agencies.collect()),
            filter,
            |filter| filter.agency.clone(),
            |filter, value| filter.agency = value,
        ),
        choice(
            ("filter-class", Dimension::Class),
            classes.collect(),
            filter,
            |filter| filter.class.map(|class| class.to_string()),
            |filter, value| filter.class = read(value),
        ),
        choice(
            ("filter-channel", Dimension::Channel),
            channels.collect(),
            filter,
            |filter| filter.channel.map(|channel| channel.to_string()),
            |filter, value| filter.channel = read(value),
        ),
    ]
}

fn read<T: FromStr>(value: Option<String>) -> Option<T> {
    value.and_then(|value| value.parse().ok())
}

fn choice(
    (id, by): (&'static str, Dimension),
    options: Vec<(String, String)>,
    filter: Signal<Filter>,
    get: fn(&Filter) -> Option<String>,
    set: fn(&mut Filter, Option<String>),
) -> AnyView {
    let lang = use_lang();
    let change = use_change();
    let value = memo(move || filter.with(get).unwrap_or_default());
    let changed = move |value: String| {
        let mut filter = filter.get_untracked();
        set(&mut filter, Some(value).filter(|value| !value.is_empty()));
        change(filter);
    };
    let field = Field::new(id, lang.dimension(by));
    select_field(field, lang.recap().all, Signal::stored(options), Bound::new(value, changed))
}

/// A month, written `YYYY-MM` where the browser has no picker for it.
fn month(
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
fn as_of(filter: Signal<Filter>, today: Day) -> Tag {
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
        let address =
            move || filter.with(|filter| Some(filter_link(&Filter { as_of: day, ..filter.clone() })));
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
