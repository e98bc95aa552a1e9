use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use shared::api::GetConsequenceTest;
use shared::information::consequence::{
    ConsequenceAction, ConsequenceOutcome, ConsequenceStage, DeskConsequenceTest,
};
use shared::lang::{Lang, fill};

use super::consider::consider_form;
use super::decide::decide_form;
use super::facts::{badges, consideration_facts, decision_facts, proposal_facts};
use super::form::proposal_form;
use super::list::ADDRESS;
use super::opened::Opened;
use super::reason::reason_form;
use super::ways::ways;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call, load};
use crate::platform::reactive::{Memo, RwSignal, memo, watch};
use crate::platform::session::use_session;
use crate::platform::ui::{Tone, arrive, notice, page_heading, refused, skeleton};

/// The form of a proposal that is not there yet.
pub fn new_consequence_page() -> Tag {
    let texts = use_lang().excluding();
    let navigate = use_navigate();
    let done = move |test: DeskConsequenceTest| {
        navigate(&[ADDRESS, "/", &test.id.to_string()].concat(), Default::default());
    };
    tag("div")
        .class("page page-narrow")
        .with(way_back(texts.back))
        .with(page_heading(texts.new_heading.to_owned()))
        .with(proposal_form(None, || 0, done, || {}, || {}))
}

fn way_back(words: &'static str) -> Tag {
    tag("p").with(tag("a").attr("href", ADDRESS).with(words))
}

/// The consequence test of the address.
pub fn consequence_page() -> Tag {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let id = Memo::new(move |before: Option<&String>| {
        let id = path.with(|path| {
            path.strip_prefix(ADDRESS)
                .map(|rest| rest.trim_matches('/').to_owned())
                .filter(|id| !id.is_empty())
        });
        id.or_else(|| before.cloned()).unwrap_or_default()
    });
    tag("div").live(move || test(id.get()))
}

fn test(id: String) -> Tag {
    let lang = use_lang();
    let session = use_session();
    let load = load(move || {
        let id = id.clone();
        async move { call::<GetConsequenceTest>(Call { path: &[&id], ..Call::default() }, &()).await }
    });
    watch(move || {
        if let Some(failure) = load.failure.get() {
            session.note(&failure);
        }
    });
    let opened = Opened { lang, load, form: RwSignal::new(None), told: RwSignal::new(None) };
    let is_here = memo(move || load.value.with(Option::is_some));
    let title =
        memo(move || load.value.with(|test| test.as_ref().map(|test| test.test.public_title.clone())));
    let body = move || -> Part {
        if is_here.get() {
            return parts(opened);
        }
        load.failure.with(Option::is_none).then(|| skeleton(6)).into()
    };
    let failed = move || load.failure.get().map(|failure| refused(&failure, move || load.again()));
    // Drawn once, so that it keeps the focus when the test's own title arrives.
    let name = move || title.get().unwrap_or_else(|| lang.excluding().page.to_owned());
    watch(move || arrive(&name()));
    let heading = tag("h1").attr("tabindex", "-1").live(name);
    tag("div")
        .class("page page-narrow")
        .with(way_back(lang.excluding().back))
        .with(heading)
        .live(failed)
        .live(body)
}

fn parts(opened: Opened) -> Part {
    let lang = use_lang();
    let of = move |draw: fn(Lang, &DeskConsequenceTest) -> Part| {
        Part::live(move || {
            opened.load.value.with(|test| test.as_ref().map_or(Part::Nothing, |test| draw(lang, test)))
        })
    };
    let told = move || {
        let (tone, words) = opened.told.get()?;
        Some(notice(tone, tag("p").id("told").attr("tabindex", "-1").with(words)))
    };
    // A form that is open stays as it is typed, whatever is loaded meanwhile.
    let form = move || -> Part {
        let open = opened.form.get();
        let test = opened.load.value.get_untracked();
        match (open, test) {
            (Some(ConsequenceAction::Write), Some(test)) => written(opened, test).into(),
            (Some(ConsequenceAction::Consider), Some(test)) => consider_form(opened, &test).into(),
            (Some(ConsequenceAction::Decide), Some(test)) => decide_form(opened, &test).into(),
            (Some(action), Some(test)) => reason_form(opened, action, &test).into(),
            _ => Part::live(move || {
                opened.load.value.with(|test| test.as_ref().map(|test| ways(opened, test)))
            }),
        }
    };
    let record = move || -> Part {
        // What somebody else has made of it meanwhile is shown below what is typed.
        let is_covered =
            opened.form.get() == Some(ConsequenceAction::Write) && opened.told.with(Option::is_none);
        if is_covered { Part::Nothing } else { of(record) }
    };
    let parts: [Part; 4] =
        [of(standing), Part::live(told), tag("div").live(form).into(), tag("div").live(record).into()];
    parts.into()
}

/// Its stage, what everyone reads, and why it came back.
fn standing(lang: Lang, test: &DeskConsequenceTest) -> Part {
    let texts = lang.excluding();
    let last = test.decisions.first().map(|decision| decision.outcome);
    let page = (last == Some(ConsequenceOutcome::Excluded)).then(|| {
        let link = tag("a").attr("href", "/informasi/dikecualikan").attr("rel", "external");
        tag("p").with(link.with(texts.public_page))
    });
    let reason = test.reason.as_deref().map(|reason| {
        let is_withdrawn = test.stage == ConsequenceStage::Withdrawn;
        let words = if is_withdrawn { texts.withdrawn } else { texts.sent_back };
        notice(Tone::Warning, tag("p").with(fill(words, &[("reason", reason)])))
    });
    let is_over = (test.stage == ConsequenceStage::ToReview)
        .then(|| notice(Tone::Warning, tag("p").with(texts.to_review)));
    let is_open = matches!(
        test.stage,
        ConsequenceStage::Proposed | ConsequenceStage::Considered | ConsequenceStage::ToReview
    );
    let waits = (is_open && !test.actions.contains(&ConsequenceAction::SendBack) && !decides(test))
        .then(|| tag("p").class("fine").with(texts.waits));
    let line = tag("p").with(badges(lang, test.stage, last, test.days_left));
    let parts: [Part; 5] = [line.into(), page.into(), reason.into(), is_over.into(), waits.into()];
    parts.into()
}

fn decides(test: &DeskConsequenceTest) -> bool {
    test.actions.contains(&ConsequenceAction::Decide)
}

/// What is proposed, who considered it, and every decision.
fn record(lang: Lang, test: &DeskConsequenceTest) -> Part {
    let texts = lang.excluding();
    let panel = |name: &'static str| tag("section").class("panel").with(tag("h2").with(name));
    let considered = test
        .consideration
        .as_ref()
        .map(|considered| panel(texts.consideration).with(consideration_facts(lang, considered)));
    let decisions: Vec<_> = test.decisions.iter().map(|decision| decision_facts(lang, decision)).collect();
    let decided = (!decisions.is_empty()).then(|| panel(texts.decisions).with(decisions));
    let parts: [Part; 3] = [
        decided.into(),
        considered.into(),
        panel(texts.proposal).with(proposal_facts(lang, &test.test)).into(),
    ];
    parts.into()
}

fn written(opened: Opened, test: DeskConsequenceTest) -> Tag {
    let done = move |now: DeskConsequenceTest| opened.shows(now, opened.lang.excluding().saved);
    proposal_form(Some(test), move || opened.version(), done, move || opened.moved(), move || opened.closes())
}
