//! The filters that are set, in words.

use maud::{Markup, html};
use shared::lang::{Lang, fill};
use shared::recap::{Dimension, Filter};

use super::super::label::label;
use super::Place;

/// A part of the filter: its parameter, its value in words where it is set, and what takes it away.
type Part = (&'static str, Option<String>, fn(&mut Filter));

/// The filters that are set, each a link that takes it away, and one that takes all away.
pub(super) fn chips(place: &Place<'_>) -> Markup {
    let texts = place.lang.recap();
    let set = set_filters(place);
    html! {
        @if !set.is_empty() {
            ul class="chips" aria-label=(texts.active_filters) {
                @for (words, address) in &set {
                    li {
                        a class="chip" href=(address) aria-label=(fill(texts.remove_filter, &[("name", words)])) {
                            (words) span class="chip-cross" aria-hidden="true" { "×" }
                        }
                    }
                }
                li { a class="chip-all" href="/rekap" { (texts.remove_all) } }
            }
        }
    }
}

/// What a parameter of the address is called on the page.
pub(super) fn parameter_name(lang: Lang, parameter: &str) -> String {
    let texts = lang.recap();
    match parameter {
        "group" => texts.group.to_owned(),
        "from" => texts.from.to_owned(),
        "to" => texts.to.to_owned(),
        "as_of" => texts.as_of.to_owned(),
        _ => parameter.parse().map_or(parameter.to_owned(), |by| lang.dimension(by).to_owned()),
    }
}

/// All filters that are set, in words, each with the address of the page without it.
pub(super) fn set_filters(place: &Place<'_>) -> Vec<(String, String)> {
    let Place { lang, settings, filter } = *place;
    let without = |clear: fn(&mut Filter)| {
        let mut left = filter.clone();
        clear(&mut left);
        left.address()
    };
    let key = |by, key: &Option<String>| key.as_ref().map(|key| label(by, key, settings, lang));
    let month = |month| lang.month_long(month);
    let text = str::to_owned;
    let set: [Part; 10] = [
        ("as_of", filter.as_of.map(|day| lang.day_short(day)), |filter| filter.as_of = None),
        ("from", filter.from.map(month), |filter| filter.from = None),
        ("to", filter.to.map(month), |filter| filter.to = None),
        ("stage", filter.stage.map(|it| text(lang.stage(it))), |filter| filter.stage = None),
        ("group", filter.group.map(|it| text(lang.group(it))), |filter| filter.group = None),
        ("class", filter.class.map(|it| text(lang.class(it))), |filter| filter.class = None),
        ("sector", key(Dimension::Sector, &filter.sector), |filter| filter.sector = None),
        ("region", key(Dimension::Region, &filter.region), |filter| filter.region = None),
        ("agency", key(Dimension::Agency, &filter.agency), |filter| filter.agency = None),
        ("channel", filter.channel.map(|it| text(lang.channel(it))), |filter| filter.channel = None),
    ];
    let words = |name: &str, value: String| [&parameter_name(lang, name), ": ", &value].concat();
    set.into_iter().filter_map(|(name, value, clear)| Some((words(name, value?), without(clear)))).collect()
}
