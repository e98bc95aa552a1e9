use shared::complaint::desk::CaseEntry;
use shared::lang::Lang;

use super::content::case_files;
use super::desk_case::DeskCase;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, moment, use_lang};
use crate::platform::settings::{agency_name, use_meta};

/// What happened, newest first; what only the staff see looks so.
pub fn story(case: DeskCase) -> Part {
    let lang = use_lang();
    let entries = case.of(|view| view.entries.clone());
    let list = move || {
        let seen = case.seen.get().unwrap_or(usize::MAX);
        let lines = entries.get().into_iter().enumerate().rev();
        lines.map(|(at, one)| line(lang, case, one, at >= seen)).collect::<Vec<_>>()
    };
    tag("section")
        .class("panel")
        .with(tag("h2").with(lang.desk().story))
        .with(tag("ol").class("story").live(list))
        .into()
}

fn line(lang: Lang, case: DeskCase, one: CaseEntry, is_new: bool) -> Tag {
    let texts = lang.desk();
    let meta = use_meta();
    let at = moment(lang, one.at, meta.instance.utc_offset_minutes);
    let who = one.by.unwrap_or_else(|| lang.actor(&one.actor).to_owned());
    let head = tag("p")
        .class("story-head")
        .with(tag("span").class("story-kind").with(lang.case_entry(&one.kind)))
        .with(tag("time").class("story-on").attr("datetime", one.on.to_string()).with(at));
    let mut marks = Vec::new();
    if is_new {
        marks.push(tag("span").class("badge badge-warning").with(texts.new));
    }
    if one.is_internal {
        marks.push(tag("span").class("badge").with(texts.internal));
    }
    let promised = one.promised_on.map(|day| day_short(lang, day));
    let brings = lang.brings(one.outcome, promised.as_deref());
    let stars = one.stars.map(|stars| tag("p").with(lang.stars(stars)));
    let class = match (one.text.is_some(), one.is_internal) {
        (true, true) => "story-line story-spoken story-internal",
        (true, false) => "story-line story-spoken",
        (false, _) => "story-line",
    };
    tag("li")
        .class(class)
        .with(head)
        .with(tag("p").class("fine").with(who).with(tag("span").class("badges").with(marks)))
        .with(one.agency.as_deref().map(|key| tag("p").with(agency_name(lang, key))))
        .with(brings.map(|brings| tag("p").with(brings)))
        .with(stars)
        .with(one.text.map(|text| tag("p").class("story-text").with(text)))
        .with(case_files(case, one.files))
}
