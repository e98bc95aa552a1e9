use js_sys::{decode_uri_component, encode_uri_component};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use shared::access::Duty;
use shared::api::ListDeskInformation;
use shared::information::{DeskInformationLine, DeskInformationList, InformationNeed, InformationStage};
use shared::lang::{Lang, fill};

use super::facts::badges;
use super::own::own_agencies;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::net::{Call, Failure, call, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::settings::agency_name;
use crate::platform::ui::{
    Bound, Button, Field, TextKind, button, failure_notice, page_heading, select_field, skeleton, text_field,
};

/// Where the list is.
pub const ADDRESS: &str = "/petugas/informasi";

/// Everything that whoever is signed in may work on, what was touched last on top.
pub fn information_list_page() -> Tag {
    let texts = use_lang().informing();
    let session = use_session();
    let search = use_location().search;
    let wanted = memo(move || search.with(|search| Wanted::of(search)));
    let pages = RwSignal::new(1);
    // Another choice begins with its first page.
    watch(move || {
        wanted.track();
        pages.set(1);
    });
    let list = load(move || {
        let (query, pages) = (wanted.with(Wanted::query), pages.get());
        async move { fetch(&query, pages).await }
    });
    let rows = move || -> Part {
        match (list.value.get(), list.failure.get()) {
            (_, Some(failure)) => {
                session.note(&failure);
                failure_notice(&failure, move || list.again()).into()
            }
            (Some(all), None) if all.rows.is_empty() => {
                nothing(wanted.with(|it| *it != Wanted::default())).into()
            }
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
        .with(
            tag("p")
                .class("form-ways")
                .with([
                    way(Button::Main, "/baru", texts.new),
                    way(Button::Quiet, "/impor", texts.import),
                    way(Button::Quiet, "/kelengkapan", texts.board),
                    way(Button::Quiet, "/uji", use_lang().excluding().page),
                ])
                .with(
                    session
                        .keeps(Duty::Evidence)
                        .then(|| way(Button::Quiet, "/bukti", use_lang().evidence().page)),
                ),
        )
        .live(move || stages(&wanted.get()))
        .with(title_field(wanted))
        .with(agency_field(wanted))
        .live(move || needed(&wanted.get()))
        .live(rows)
}

fn way(button: Button, end: &str, name: &'static str) -> Tag {
    tag("a").class(button.class()).attr("href", [ADDRESS, end].concat()).with(name)
}

/// Narrows the list to an agency, for whoever works on several.
fn agency_field(wanted: Memo<Wanted>) -> Option<AnyView> {
    let lang = use_lang();
    let agencies = own_agencies(lang);
    if agencies.len() < 2 {
        return None;
    }
    let navigate = use_navigate();
    let value = memo(move || wanted.with(|wanted| wanted.agency.clone()));
    let set = Callback::new(move |agency: String| {
        let next = Wanted { agency, ..wanted.get_untracked() };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&next.address(), options);
    });
    let bound = Bound::new(value, move |agency| set.run(agency));
    let field = Field::new("information-agency", lang.informing().agency);
    Some(select_field(field, lang.informing().all, agencies, bound))
}

/// Looks for a title. Every letter narrows the list; the address keeps them.
fn title_field(wanted: Memo<Wanted>) -> AnyView {
    let texts = use_lang().informing();
    let navigate = use_navigate();
    let value = memo(move || wanted.with(|wanted| wanted.title.clone()));
    let set = Callback::new(move |title: String| {
        let next = Wanted { title, ..wanted.get_untracked() };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&next.address(), options);
    });
    let bound = Bound::new(value, move |title| set.run(title));
    text_field(Field::new("information-title", texts.find), TextKind::Line, bound)
}

/// Which entries are asked for, as the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Where they stand.
    pub stage: Option<InformationStage>,
    /// Letters of their title.
    pub title: String,
    /// The key of the agency that holds them.
    pub agency: String,
    /// What they want.
    pub need: Option<InformationNeed>,
}

impl Wanted {
    fn of(search: &str) -> Self {
        let mut wanted = Self::default();
        for pair in search.trim_start_matches('?').split('&') {
            match pair.split_once('=') {
                Some(("need", word)) => wanted.need = word.parse().ok(),
                Some(("stage", word)) => wanted.stage = word.parse().ok(),
                Some(("q", title)) => {
                    let title = decode_uri_component(&title.replace('+', " "));
                    wanted.title = title.map(String::from).unwrap_or_default();
                }
                Some(("agency", key)) => wanted.agency = key.to_owned(),
                _ => {}
            }
        }
        wanted
    }

    fn query(&self) -> String {
        let stage = self.stage.map(|stage| ["stage=", stage.as_str()].concat());
        let title = (!self.title.is_empty())
            .then(|| ["q=", &String::from(encode_uri_component(&self.title))].concat());
        let agency = (!self.agency.is_empty()).then(|| ["agency=", &self.agency].concat());
        let need = self.need.map(|need| ["need=", need.as_str()].concat());
        stage.into_iter().chain(title).chain(agency).chain(need).collect::<Vec<_>>().join("&")
    }

    /// The address of the list of these.
    pub fn address(&self) -> String {
        match self.query() {
            query if query.is_empty() => ADDRESS.to_owned(),
            query => [ADDRESS, "?", &query].concat(),
        }
    }
}

/// So many pages, one after the other, as one list.
async fn fetch(narrowed: &str, pages: usize) -> Result<DeskInformationList, Failure> {
    let mut all = DeskInformationList::default();
    for page in 0..pages {
        let mut query = narrowed.to_owned();
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

/// Ways to the entries of one stage.
fn stages(now: &Wanted) -> Tag {
    let lang = use_lang();
    let way = |stage: Option<InformationStage>| {
        let address = Wanted { stage, ..now.clone() }.address();
        let name = stage.map_or(lang.informing().all, |stage| lang.information_stage(stage));
        tag("a")
            .class("lane")
            .attr("href", address)
            .attr_some("aria-current", (stage == now.stage).then_some("true"))
            .with(name)
    };
    let all: Vec<_> =
        std::iter::once(None).chain(InformationStage::ALL.iter().copied().map(Some)).map(way).collect();
    tag("nav").class("lanes").attr("aria-label", lang.informing().stages).with(all)
}

/// What the listed entries want, and the way back to all.
fn needed(now: &Wanted) -> Option<Tag> {
    let lang = use_lang();
    let need = lang.information_need(now.need?);
    let all = Wanted { need: None, ..now.clone() }.address();
    let way = tag("a").attr("href", all).with(lang.informing().clear);
    Some(tag("p").with(tag("span").class("badge").with(need)).with(" ").with(way))
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
    fn what_is_wanted_is_read_from_the_address() {
        let check = |search, stage| assert_eq!(Wanted::of(search).stage, stage, "{search}");
        check("", None);
        check("?stage=draft", Some(InformationStage::Draft));
        check("?after=1_2&stage=withdrawn", Some(InformationStage::Withdrawn));
        check("?stage=else", None);
    }
}
