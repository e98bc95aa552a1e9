use leptos::prelude::window;
use shared::api::{EVIDENCE_CSV_PATH, EVIDENCE_XLSX_PATH, GetEvidence};
use shared::evidence::{EvidenceList, EvidenceOfGroup};
use shared::lang::{Lang, fill};

use super::point::point;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::net::{Call, call, load};
use crate::platform::session::use_session;
use crate::platform::ui::{Button, failure_notice, page_heading, plain_button, skeleton};

/// Where public information is worked on.
const BACK: &str = "/petugas/informasi";

/// Each point with what proves it and what is missing, group by group.
pub fn evidence_page() -> Tag {
    let lang = use_lang();
    let texts = lang.evidence();
    let session = use_session();
    let found = load(|| async { call::<GetEvidence>(Call::default(), &()).await });
    let content = move || -> Part {
        if let Some(failure) = found.failure.get() {
            session.note(&failure);
            return failure_notice(&failure, move || found.again()).into();
        }
        found.value.get().map_or_else(|| skeleton(8).into(), |list| groups(lang, &list))
    };
    tag("div")
        .class("page page-narrow")
        .with(tag("p").class("no-print").with(tag("a").attr("href", BACK).with(lang.informing().back)))
        .with(page_heading(texts.page.to_owned()))
        .with(tag("p").class("lead").with(texts.lead))
        .live(content)
}

fn groups(lang: Lang, list: &EvidenceList) -> Part {
    let texts = lang.evidence();
    let as_of = fill(texts.as_of, &[("day", &day_long(lang, list.as_of))]);
    let file = |path: &str, label: &'static str| {
        tag("a").class(Button::Quiet.class()).attr("href", path).attr("download", "").with(label)
    };
    let print = plain_button(Button::Quiet, texts.print, || {
        // A browser that cannot print does nothing.
        let _ = window().print();
    });
    let ways = [file(EVIDENCE_CSV_PATH, texts.csv), file(EVIDENCE_XLSX_PATH, texts.xlsx), print];
    let parts: Vec<Part> =
        [tag("p").class("fine").with(as_of), tag("p").class("form-ways no-print").with(ways)]
            .into_iter()
            .chain(list.groups.iter().map(|one| group(lang, one)))
            .map(Part::from)
            .collect();
    parts.into()
}

fn group(lang: Lang, one: &EvidenceOfGroup) -> Tag {
    let texts = lang.evidence();
    let numbers = [
        ("weight", one.weight.to_string()),
        ("n", one.proven.to_string()),
        ("of", one.points.len().to_string()),
    ];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let points: Vec<Tag> = one.points.iter().map(|item| point(lang, item)).collect();
    tag("section")
        .class("panel evidence-group")
        .with(tag("h2").with(one.name.as_str()))
        .with(tag("p").class("fine").with(fill(texts.group, &numbers)))
        .with(tag("ul").class("evidence").with(points))
}
