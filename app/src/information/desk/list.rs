use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::api::ListDeskInformation;
use shared::information::{DeskInformationLine, DeskInformationList, InformationStage};
use shared::lang::{Lang, fill};

use super::facts::badges;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, Failure, call, load};
use crate::platform::reactive::{RwSignal, memo};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{Button, button, failure_notice, page_heading, skeleton};

/// Where the list is.
pub const ADDRESS: &str = "/petugas/informasi";

/// Everything that whoever is signed in may work on, what was touched last on top.
pub fn information_list_page() -> Tag {
    let texts = use_lang().informing();
    let session = use_session();
    let search = use_location().search;
    let stage = memo(move || search.with(|search| stage_of(search)));
    let pages = RwSignal::new(1);
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
            (Some(all), None) if all.rows.is_empty() => nothing(stage.get().is_some()).into(),
            (Some(all), None) => {
                let more = move || pages.update(|pages| *pages += 1);
                let more = all.next.is_some().then(|| button(Button::Quiet, texts.more, list.busy, more));
                let rows: Vec<_> = all.rows.iter().map(row).collect();
                [Part::from(tag("ul").class("rows").with(rows)), more.into()].into()
            }
            (None, None) => skeleton(6).into(),
        }
    };
    tag("div")
        .class("page page-narrow")
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .with(tag("p").with(
            tag("a").class(Button::Main.class()).attr("href", [ADDRESS, "/baru"].concat()).with(texts.new),
        ))
        .live(move || stages(stage.get()))
        .live(rows)
}

/// So many pages, one after the other, as one list.
async fn fetch(stage: Option<InformationStage>, pages: usize) -> Result<DeskInformationList, Failure> {
    let mut all = DeskInformationList::default();
    let narrowed = stage.map(|stage| ["stage=", stage.as_str()].concat()).unwrap_or_default();
    for page in 0..pages {
        let mut query = narrowed.clone();
        if page > 0 {
            let Some(after) = all.next.take() else { break };
            query = [&query, "&after=", &after].concat();
        }
        let query = query.trim_start_matches('&');
        let list = call::<ListDeskInformation>(Call { query, ..Call::default() }, &()).await?;
        all.rows.extend(list.rows);
        all.next = list.next;
    }
    Ok(all)
}

fn stage_of(search: &str) -> Option<InformationStage> {
    let pairs = search.trim_start_matches('?').split('&');
    pairs.filter_map(|pair| pair.strip_prefix("stage=")).find_map(|word| word.parse().ok())
}

/// Ways to the entries of one stage.
fn stages(now: Option<InformationStage>) -> Tag {
    let lang = use_lang();
    let way = |stage: Option<InformationStage>| {
        let address = match stage {
            Some(stage) => [ADDRESS, "?stage=", stage.as_str()].concat(),
            None => ADDRESS.to_owned(),
        };
        let name = stage.map_or(lang.informing().all, |stage| lang.information_stage(stage));
        tag("a")
            .class("lane")
            .attr("href", address)
            .attr_some("aria-current", (stage == now).then_some("true"))
            .with(name)
    };
    let all: Vec<_> =
        std::iter::once(None).chain(InformationStage::ALL.iter().copied().map(Some)).map(way).collect();
    tag("nav").class("lanes").attr("aria-label", lang.informing().stages).with(all)
}

fn nothing(is_narrowed: bool) -> Tag {
    let texts = use_lang().informing();
    let place = tag("div").class("empty");
    if is_narrowed {
        return place.with(tag("p").with(texts.none_here));
    }
    place.with(tag("h2").with(texts.none)).with(tag("p").with(texts.none_hint))
}

fn row(line: &DeskInformationLine) -> Tag {
    let lang = use_lang();
    let link = tag("a")
        .class("row-name")
        .attr("href", [ADDRESS, "/", &line.id.to_string()].concat())
        .with(line.title.as_str());
    let words = tag("div")
        .class("row-words")
        .with(link)
        .with(tag("span").class("fine").with(about(lang, line)))
        .with(badges(lang, line.stage, line.category, line.is_public));
    tag("li").class("row row-tall").with(words)
}

fn about(lang: Lang, line: &DeskInformationLine) -> String {
    let changed = fill(lang.informing().changed, &[("day", &day_short(lang, line.changed_on))]);
    [&agency_name(lang, &line.agency), " · ", &changed].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_read_from_the_address() {
        let check = |search, expected| assert_eq!(stage_of(search), expected, "{search}");
        check("", None);
        check("?stage=draft", Some(InformationStage::Draft));
        check("?after=1_2&stage=withdrawn", Some(InformationStage::Withdrawn));
        check("?stage=else", None);
    }
}
