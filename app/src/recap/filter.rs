//! The filter lives in the address: a link shows what it says, and going back goes back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use shared::instance::Meta;
use shared::lang::Lang;
use shared::problem::FieldProblem;
use shared::recap::{Filter, NONE_KEY};

use crate::platform::lang::{day_short, month_long};
use crate::platform::reactive::{Memo, memo};
use crate::platform::settings::use_meta;

/// The filter that the address asks for, or what is wrong with it.
pub type Asked = Result<Filter, Vec<FieldProblem>>;

/// Reads the address.
pub fn use_filter() -> Memo<Asked> {
    let today = use_meta().today;
    let search = use_location().search;
    memo(move || {
        search.with(|search| {
            let pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
            Filter::parse(pairs, Some(today))
        })
    })
}

/// What takes the reader to a changed filter, staying where they have scrolled to.
pub fn use_change() -> impl Fn(Filter) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |filter: Filter| {
        navigate(&filter.address(), NavigateOptions { scroll: false, ..NavigateOptions::default() });
    }
}

/// The name of a sector in the reader's language.
pub fn sector_name(meta: &Meta, lang: Lang, key: &str) -> String {
    let found = meta.sectors.iter().find(|sector| sector.key == key);
    found.map_or_else(|| other_name(lang, key), |sector| sector.name(lang).to_owned())
}

/// The name of an agency in the reader's language.
pub fn agency_name(meta: &Meta, lang: Lang, key: &str) -> String {
    let found = meta.agencies.iter().find(|agency| agency.key == key);
    found.map_or_else(|| other_name(lang, key), |agency| agency.name(lang).to_owned())
}

/// The name of a regency.
pub fn region_name(meta: &Meta, lang: Lang, key: &str) -> String {
    let found = meta.regencies.iter().find(|region| region.code == key);
    found.map_or_else(|| other_name(lang, key), |region| region.name.clone())
}

/// A key that no list has: those without the dimension, or one that is gone.
fn other_name(lang: Lang, key: &str) -> String {
    if key == NONE_KEY { lang.not_stated().to_owned() } else { key.to_owned() }
}

/// What a parameter of the address is called on the page.
pub fn parameter_name(lang: Lang, parameter: &str) -> String {
    let texts = lang.recap();
    match parameter {
        "group" => texts.group.to_owned(),
        "from" => texts.from.to_owned(),
        "to" => texts.to.to_owned(),
        "as_of" => texts.as_of.to_owned(),
        _ => parameter.parse().map_or(parameter.to_owned(), |by| lang.dimension(by).to_owned()),
    }
}

/// One filter that is set, in words, and the filter without it.
pub struct SetFilter {
    /// What it says: `Bidang urusan: Dana desa`.
    pub words: String,
    /// What is left without it.
    pub without: Filter,
}

/// All filters that are set.
pub fn set_filters(meta: &Arc<Meta>, lang: Lang, filter: &Filter) -> Vec<SetFilter> {
    use shared::recap::Dimension as By;
    let texts = lang.recap();
    let mut set = Vec::new();
    let mut add = |name: &str, value: Option<String>, clear: fn(&mut Filter)| {
        if let Some(value) = value {
            let mut without = filter.clone();
            clear(&mut without);
            set.push(SetFilter { words: [name, ": ", &value].concat(), without });
        }
    };
    let text = |word: &'static str| word.to_owned();
    add(texts.as_of, filter.as_of.map(|day| day_short(lang, day)), |filter| filter.as_of = None);
    add(texts.from, filter.from.map(|month| month_long(lang, month)), |filter| filter.from = None);
    add(texts.to, filter.to.map(|month| month_long(lang, month)), |filter| filter.to = None);
    let name = lang.dimension(By::Stage);
    add(name, filter.stage.map(|stage| text(lang.stage(stage))), |filter| filter.stage = None);
    add(texts.group, filter.group.map(|group| text(lang.group(group))), |filter| filter.group = None);
    let name = lang.dimension(By::Class);
    add(name, filter.class.map(|class| text(lang.class(class))), |filter| filter.class = None);
    let value = filter.sector.as_ref().map(|key| sector_name(meta, lang, key));
    add(lang.dimension(By::Sector), value, |filter| filter.sector = None);
    let value = filter.region.as_ref().map(|key| region_name(meta, lang, key));
    add(lang.dimension(By::Region), value, |filter| filter.region = None);
    let value = filter.agency.as_ref().map(|key| agency_name(meta, lang, key));
    add(lang.dimension(By::Agency), value, |filter| filter.agency = None);
    let name = lang.dimension(By::Channel);
    add(name, filter.channel.map(|channel| text(lang.channel(channel))), |filter| filter.channel = None);
    set
}
