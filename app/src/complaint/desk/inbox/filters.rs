use shared::access::Role;
use shared::complaint::Stage;
use shared::complaint::desk::{InboxFilter, Lane, When};
use shared::recap::NONE_KEY;
use web_sys::Event;

use super::address::{address, use_change};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{Memo, RwSignal, Signal, watch};
use crate::platform::session::use_session;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Bound, Field, select_field};

/// The parts of the inbox, as links.
pub fn lanes(filter: Memo<InboxFilter>) -> Tag {
    let lang = use_lang();
    let link = move |lane: Lane| {
        let to =
            move || filter.with(|filter| InboxFilter { lane: Some(lane), stage: None, ..filter.clone() });
        let is_here =
            move || filter.with(|filter| filter.lane.unwrap_or(Lane::Todo) == lane && filter.stage.is_none());
        tag("a")
            .class("lane")
            .live_attr("href", move || Some(address(&to())))
            .attr("data-noscroll", "")
            .live_attr("aria-current", move || is_here().then(|| "page".to_owned()))
            .with(lang.lane(lane))
    };
    let links: Vec<_> = Lane::ALL.iter().map(|lane| link(*lane)).collect();
    tag("nav").class("lanes").attr("aria-label", lang.desk().lanes).with(links)
}

/// Search and filters.
pub fn filters(filter: Memo<InboxFilter>) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let meta = use_meta();
    let session = use_session();
    let change = use_change();
    let select = |id: &'static str,
                  label: &'static str,
                  options: Vec<(String, String)>,
                  value: fn(&InboxFilter) -> String,
                  write: fn(&mut InboxFilter, Option<String>)| {
        let change = change.clone();
        let set = move |chosen: String| {
            let mut next = filter.get_untracked();
            write(&mut next, Some(chosen).filter(|chosen| !chosen.is_empty()));
            change(next);
        };
        let bound = Bound::new(Signal::derive(move || filter.with(value)), set);
        select_field(Field::new(id, label), texts.all, Signal::stored(options), bound)
    };
    let stages = Stage::ALL.iter().map(|stage| (stage.to_string(), lang.stage(*stage).to_owned())).collect();
    let none = [(NONE_KEY.to_owned(), texts.unknown.to_owned())];
    let sectors =
        meta.sectors.iter().map(|one| (one.key.clone(), one.name(lang).to_owned())).chain(none).collect();
    let agencies = meta.agencies.iter().map(|one| (one.key.clone(), one.name(lang).to_owned())).collect();
    let dues = When::ALL.iter().map(|when| (when.to_string(), lang.when(*when).to_owned())).collect();
    let row = tag("div")
        .class("inbox-filters")
        .with(select(
            "stage",
            texts.stage,
            stages,
            |filter| filter.stage.map(|stage| stage.to_string()).unwrap_or_default(),
            |filter, value| filter.stage = value.and_then(|word| word.parse().ok()),
        ))
        .with(select(
            "due",
            texts.due,
            dues,
            |filter| filter.due.map(|when| when.to_string()).unwrap_or_default(),
            |filter, value| filter.due = value.and_then(|word| word.parse().ok()),
        ))
        .with(select(
            "sector",
            texts.sector,
            sectors,
            |filter| filter.sector.clone().unwrap_or_default(),
            |filter, value| filter.sector = value,
        ))
        .with(session.has(Role::Coordinator).then(|| {
            select(
                "agency",
                texts.agency,
                agencies,
                |filter| filter.agency.clone().unwrap_or_default(),
                |filter, value| filter.agency = value,
            )
        }));
    tag("div")
        .class("inbox-ways")
        .with(search(filter))
        .with(tag("details").class("filters").with(tag("summary").with(texts.filters)).with(row))
}

fn search(filter: Memo<InboxFilter>) -> Tag {
    let texts = use_lang().desk();
    let typed = RwSignal::new(String::new());
    // Going back takes the words back as well.
    watch(move || typed.set(filter.with(|filter| filter.q.clone().unwrap_or_default())));
    let change = use_change();
    let find = move |event: Event| {
        event.prevent_default();
        let words = typed.with_untracked(|typed| typed.trim().to_owned());
        change(InboxFilter { q: Some(words).filter(|words| !words.is_empty()), ..filter.get_untracked() });
    };
    let input = tag("input")
        .id("inbox-search")
        .class("input")
        .attr("type", "search")
        .attr("maxlength", "100")
        .attr("aria-describedby", "inbox-search-hint")
        .live_property("value", move || typed.get().into())
        .on_value("input", move |value| typed.set(value));
    tag("form")
        .class("inbox-search")
        .attr("role", "search")
        .on("submit", find)
        .with(tag("label").class("label").attr("for", "inbox-search").with(texts.search))
        .with(tag("p").class("hint").id("inbox-search-hint").with(texts.search_hint))
        .with(
            tag("div")
                .class("inbox-search-line")
                .with(input)
                .with(tag("button").attr("type", "submit").class("button button-quiet").with(texts.search)),
        )
}
