use super::super::newer::newer_line;
use super::super::offline::offline_line;
use super::{beside, nothing, shown};
use crate::complaint::parts::summary_of;
use crate::platform::aloud::{Bar, State, bar};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Failure;
use crate::platform::ui::{Button, Tone, failure_notice, notice, plain_button, skeleton};
use crate::recap::parts::nothing as nothing_found;

/// A notice of each tone, and the summary of what is wrong in a form.
pub fn notices() -> Part {
    let lang = use_lang();
    let texts = lang.gallery();
    let words = |words| tag("p").with(words);
    let with_way = [words(texts.warning), plain_button(Button::Quiet, texts.link, nothing)];
    let wrong = tag("li")
        .with(tag("a").attr("href", "#contoh-baris-salah").attr("rel", "external").with(texts.label))
        .with([": ", &lang.problem(shared::problem::Problem::Required)].concat());
    [
        notice(Tone::Info, words(texts.news)).into(),
        notice(Tone::Good, words(texts.good_news)).into(),
        notice(Tone::Warning, with_way).into(),
        notice(Tone::Bad, words(texts.bad_news)).into(),
        Part::from(summary_of(vec![wrong])),
    ]
    .into_iter()
    .collect::<Vec<_>>()
    .into()
}

/// What stands where something else will be, or should be.
pub fn states() -> Part {
    let lang = use_lang();
    let (texts, kept) = (lang.gallery(), lang.kept());
    let saved = tag("p").class("kept-saved").with(kept.saved);
    let copied = tag("p").class("copied").with(lang.receipt().copied);
    beside(vec![
        shown(texts.empty, nothing_found(false)),
        shown(texts.empty, nothing_found(true)),
        shown(texts.waiting, skeleton(4)),
        shown(texts.waiting, tag("span").class("bone gallery-bone")),
        shown(texts.failed, failure_notice(&Failure::Strange, nothing)),
        shown(texts.failed, failure_notice(&Failure::Offline, nothing)),
        shown(texts.offline, offline_line()),
        shown(texts.newer, newer_line(nothing)),
        shown(texts.done, notice(Tone::Good, tag("p").with(texts.good_news))),
        shown(texts.done, [saved, copied]),
        shown(lang.aloud().bar, reading(State::Reading, false)),
        shown(lang.aloud().bar, reading(State::Paused, true)),
        shown(texts.done, reading(State::Done, false)),
        shown(texts.failed, reading(State::Failed, false)),
    ])
}

/// The bar of a page that is read aloud.
fn reading(state: State, is_slow: bool) -> Tag {
    bar(Bar { state: state.into(), at: 6.into(), all: 24, is_slow: is_slow.into() }, |_| nothing())
}
