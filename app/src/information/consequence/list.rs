use leptos::prelude::With;
use leptos_router::hooks::use_location;
use shared::api::ListConsequenceTests;
use shared::information::consequence::{ConsequenceStage, DeskConsequenceLine, DeskConsequenceList};
use shared::lang::{Lang, fill};

use super::facts::badges;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, Failure, call, load};
use crate::platform::reactive::{RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, button, failure_notice, page_heading, skeleton};

/// Where the list is.
pub const ADDRESS: &str = "/petugas/informasi/uji";

/// Everything that whoever is signed in may work on, what was touched last on top, and before it the terms that end soon.
pub fn consequence_list_page() -> Tag {
    let texts = use_lang().excluding();
    let session = use_session();
    let search = use_location().search;
    let stage = memo(move || search.with(|search| stage_of(search)));
    let pages = RwSignal::new(1);
    // Another choice begins with its first page.
    watch(move || {
        stage.track();
        pages.set(1);
    });
    let list = load(move || {
        let (stage, pages) = (stage.get(), pages.get());
        async move { fetch(stage, pages).await }
    });
    let rows = move || -> Part {
        match (list.value.get(), list.failure.get()) {
            (_, Some(failure)) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            (Some(all), None) => {
                let more = move || pages.update(|pages| *pages += 1);
                let more = all.next.is_some().then(|| button(Button::Quiet, texts.more, list.busy, more));
                let ending = (stage.get().is_none() && !all.ending.is_empty()).then(|| ending(&all.ending));
                let found = if all.rows.is_empty() {
                    let words = if stage.get().is_none() { texts.none } else { texts.none_here };
                    tag("div").class("empty").with(tag("p").with(words))
                } else {
                    tag("ul").class("rows").with(all.rows.iter().map(row).collect::<Vec<_>>())
                };
                [Part::from(ending), found.into(), more.into()].into()
            }
            (None, None) => skeleton(6).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(tag("p").with(tag("a").attr("href", "/petugas/informasi").with(texts.to_information)))
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(tag("p").with(
            tag("a").class(Button::Main.class()).attr("href", [ADDRESS, "/baru"].concat()).with(texts.new),
        ))
        .live(move || stages(stage.get()))
        .live(rows)
}

/// The stage that an address asks for.
fn stage_of(search: &str) -> Option<ConsequenceStage> {
    let pairs = search.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| *name == "stage").find_map(|(_, word)| word.parse().ok())
}

/// So many pages, one after the other, as one list.
async fn fetch(stage: Option<ConsequenceStage>, pages: usize) -> Result<DeskConsequenceList, Failure> {
    let mut all = DeskConsequenceList::default();
    for page in 0..pages {
        let mut query = stage.map(|stage| ["stage=", stage.as_str()].concat()).unwrap_or_default();
        if page > 0 {
            let Some(after) = all.next.take() else { break };
            query = [&query, "&after=", &after].concat();
        }
        let query = query.trim_start_matches('&');
        let list = call::<ListConsequenceTests>(Call { query, ..Call::default() }, &()).await?;
        all.rows.extend(list.rows);
        all.ending.extend(list.ending);
        all.next = list.next;
    }
    Ok(all)
}

/// Ways to the tests of one stage.
fn stages(now: Option<ConsequenceStage>) -> Tag {
    let lang = use_lang();
    let way = |stage: Option<ConsequenceStage>| {
        let address =
            stage.map_or_else(|| ADDRESS.to_owned(), |stage| [ADDRESS, "?stage=", stage.as_str()].concat());
        let name = stage.map_or(lang.excluding().all, |stage| lang.consequence_stage(stage));
        tag("a")
            .class("lane")
            .attr("href", address)
            .attr_some("aria-current", (stage == now).then_some("true"))
            .with(name)
    };
    let all: Vec<_> =
        std::iter::once(None).chain(ConsequenceStage::ALL.iter().copied().map(Some)).map(way).collect();
    tag("nav").class("lanes").attr("aria-label", lang.excluding().stages).with(all)
}

fn ending(lines: &[DeskConsequenceLine]) -> Tag {
    let texts = use_lang().excluding();
    let rows: Vec<_> = lines.iter().map(row).collect();
    tag("section")
        .class("panel")
        .with(tag("h2").with(texts.ending))
        .with(tag("p").class("fine").with(texts.ending_hint))
        .with(tag("ul").class("rows").with(rows))
}

fn row(line: &DeskConsequenceLine) -> Tag {
    let lang = use_lang();
    let link = tag("a")
        .class("row-name")
        .attr("href", [ADDRESS, "/", &line.id.to_string()].concat())
        .with(line.public_title.as_str());
    let words = tag("div")
        .class("row-words")
        .with(link)
        .with(tag("span").class("fine").with(about(lang, line)))
        .with(badges(lang, line.stage, line.outcome, line.days_left));
    tag("li").class("row row-tall").with(words)
}

fn about(lang: Lang, line: &DeskConsequenceLine) -> String {
    let changed = fill(lang.excluding().changed, &[("day", &day_short(lang, line.changed_on))]);
    [&agency_name(lang, &line.agency), " · ", &changed].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_read_from_the_address() {
        let check = |search, stage| assert_eq!(stage_of(search), stage, "{search}");
        check("", None);
        check("?stage=proposed", Some(ConsequenceStage::Proposed));
        check("?after=1_2&stage=to_review", Some(ConsequenceStage::ToReview));
        check("?stage=else", None);
    }
}
