use shared::lang::fill;
use shared::recap::Filter;

use super::filter::{SetFilter, set_filters};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::Signal;
use crate::platform::settings::use_meta;
use crate::platform::ui::focus_on;

/// The filters that are set, each a link that takes it away, and one that takes all away.
pub fn chips(filter: Signal<Filter>) -> Part {
    let (lang, meta) = (use_lang(), use_meta());
    let texts = lang.recap();
    Part::live(move || {
        let set = filter.with(|filter| set_filters(&meta, lang, filter));
        (!set.is_empty()).then(|| {
            let focus = || focus_on(".filters > summary");
            let all = link("chip-all", "/rekap").on_press(focus).with(texts.remove_all);
            let mut parts: Vec<_> = set.into_iter().map(|set| tag("li").with(chip(set))).collect();
            parts.push(tag("li").with(all));
            tag("ul").class("chips").attr("aria-label", texts.active_filters).with(parts)
        })
    })
}

fn chip(set: SetFilter) -> Tag {
    let SetFilter { words, without } = set;
    let label = fill(use_lang().recap().remove_filter, &[("name", &words)]);
    link("chip", &without.address())
        // The chip goes away with the press, and the focus must not go with it.
        .on_press(|| focus_on(".filters > summary"))
        .attr("aria-label", label)
        .with(words)
        .with(tag("span").class("chip-cross").attr("aria-hidden", "true").with("×"))
}

fn link(class: &str, address: &str) -> Tag {
    tag("a").class(class).attr("href", address).attr("data-noscroll", "")
}
