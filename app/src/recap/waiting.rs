use std::cell::RefCell;
use std::sync::Arc;

use shared::api::ListWaiting;
use shared::instance::Meta;
use shared::lang::{Lang, fill};
use shared::recap::{Filter, Waiting, WaitingList};

use super::filter::sector_name;
use crate::platform::chart::{LiveBoard, complaints, tell_near, working_days};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{number, use_lang};
use crate::platform::net::{Call, Failure, Load, call, load_from};
use crate::platform::reactive::{RwSignal, Signal, memo};
use crate::platform::served;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, button, failure_notice, skeleton};

/// What still waits, oldest first. It follows the figures: asked for anew when their revision has changed.
pub fn waiting(filter: Signal<Filter>, live: LiveBoard) -> Tag {
    let lang = use_lang();
    let texts = lang.recap();
    let near = RwSignal::new(true);
    let revision = live.part(near, |board| board.revision);
    // How many pages people asked for, and under which filter: another one begins with its first page.
    let pages = RwSignal::new((Filter::default(), 1));
    // The page brought its list along where it brought the figures.
    let first = live.board.with_untracked(Option::is_some).then(|| served::take("waiting")).flatten();
    let latest = RefCell::new(None);
    let list = load_from(first, move || {
        revision.track();
        let filter = filter.get();
        let pages = pages.with(|(of, pages)| if *of == filter { *pages } else { 1 });
        let asked = (filter.clone(), pages);
        let is_quiet = latest.replace(Some(asked.clone())) == Some(asked);
        pages_of(filter, pages, is_quiet)
    });
    let rows =
        memo(move || list.value.with(|list| list.as_ref().map(|list| list.rows.clone()).unwrap_or_default()));
    let state = memo(move || {
        let total = list.value.with(|list| list.as_ref().map(|list| list.total));
        (total.map(|total| total > 0), list.failure.with(Option::is_some))
    });
    let content = move || -> Part {
        match state.get() {
            (Some(true), _) => {
                let meta = use_meta();
                let lines =
                    move || rows.get().iter().map(|row| waiting_row(&meta, lang, row)).collect::<Vec<_>>();
                tag("ol").class("waiting-list").live(lines).into()
            }
            (Some(false), _) => tag("div")
                .class("empty")
                .with(tag("h3").with(texts.nothing_waits))
                .with(tag("p").with(texts.nothing_waits_hint))
                .into(),
            (None, false) => skeleton(6).into(),
            (None, true) => Part::Nothing,
        }
    };
    let failed = move || list.failure.get().map(|failure| failure_notice(&failure, move || list.again()));
    let lead = move || {
        list.value.with(|list| {
            let total = list.as_ref().map_or(0, |list| list.total);
            let lead = fill(texts.waiting_lead, &[("count", &complaints(lang, total))]);
            (total > 0).then(|| [&lead, " ", texts.unpublished_note].concat())
        })
    };
    let has_more =
        memo(move || list.value.with(|list| list.as_ref().is_some_and(|list| list.next.is_some())));
    let ask = move || {
        let filter = filter.get_untracked();
        pages.update(|(of, pages)| {
            *pages = if *of == filter { *pages + 1 } else { 2 };
            *of = filter;
        });
    };
    let more = move || has_more.get().then(|| more_button(list, ask));
    tell_near(tag("section").class("waiting"), near)
        .attr("aria-labelledby", "waiting-name")
        .with(tag("h2").id("waiting-name").with(texts.waiting_list))
        .with(tag("p").class("waiting-lead").live(lead))
        .live(content)
        .live(failed)
        .live(more)
}

/// The first pages of the list, as one. From the start each time, so that they fit together though things move.
async fn pages_of(filter: Filter, pages: usize, is_quiet: bool) -> Result<WaitingList, Failure> {
    let query = filter.to_query();
    let mut all: Option<WaitingList> = None;
    for _ in 0..pages {
        let after = match &all {
            None => String::new(),
            Some(WaitingList { next: Some(next), .. }) => ["&after=", next].concat(),
            Some(_) => break,
        };
        let query = [query.as_str(), &after].concat();
        let details = Call { query: query.trim_start_matches('&'), is_quiet, ..Call::default() };
        let page = call::<ListWaiting>(details, &()).await?;
        match &mut all {
            None => all = Some(page),
            Some(all) => {
                all.rows.extend(page.rows);
                all.next = page.next;
            }
        }
    }
    all.ok_or(Failure::Strange)
}

fn more_button(list: Load<WaitingList>, ask: impl Fn() + 'static) -> Tag {
    let lang = use_lang();
    let texts = lang.recap();
    let shown = move || {
        list.value.with(|list| {
            let (shown, total) = list.as_ref().map_or((0, 0), |list| (list.rows.len() as u64, list.total));
            fill(texts.shown_of, &[("n", &number(lang, shown)), ("total", &number(lang, total))])
        })
    };
    tag("div")
        .class("waiting-more")
        .with(button(Button::Quiet, texts.show_more, list.busy, ask))
        .with(tag("span").live(shown))
}

/// One that waits: by its title where it is published, by sector and age alone where it is not.
pub fn waiting_row(meta: &Arc<Meta>, lang: Lang, row: &Waiting) -> Tag {
    let texts = lang.recap();
    let sector = row.sector.as_ref().map(|key| sector_name(meta, lang, key));
    let age = match row.age_working_days {
        0 => texts.age_none.to_owned(),
        days => working_days(lang, u64::from(days)),
    };
    let published = row.code.as_ref().zip(row.title.as_ref());
    let title = match (published, &sector) {
        (Some((code, title)), _) => {
            tag("a").class("waiting-title").attr("href", ["/lacak/", code].concat()).with(title.as_str())
        }
        (None, Some(sector)) => {
            tag("span").class("waiting-title").with(fill(texts.unpublished, &[("name", sector)]))
        }
        (None, None) => tag("span").class("waiting-title").with(texts.unpublished_unknown),
    };
    let stage = row.stage.map(|stage| lang.stage(stage).to_owned());
    let class = row.class.map(|class| lang.class(class).to_owned());
    let about = published.map(|_| {
        let words = [class, sector, stage].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        tag("span").class("waiting-about").with(words)
    });
    tag("li").class("waiting-row").with(tag("span").class("waiting-age").with(age)).with(title).with(about)
}
