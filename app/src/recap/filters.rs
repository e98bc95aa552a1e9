use std::str::FromStr;

use leptos::prelude::*;
use shared::complaint::{Channel, Class};
use shared::lang::fill;
use shared::recap::{Dimension, Filter, NONE_KEY};

use super::dates::{as_of, month};
use super::filter::{set_filters, use_change};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{number, use_lang};
use crate::platform::reactive::{Signal, memo};
use crate::platform::settings::use_meta;
use crate::platform::ui::{Bound, Field, select_field};

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
    let sectors = meta.sectors.iter().map(|it| (it.key.clone(), it.name(lang).to_owned()));
    let agencies = meta.agencies.iter().map(|it| (it.key.clone(), it.name(lang).to_owned()));
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
