use leptos::prelude::event_target_checked;
use shared::complaint::desk::CaseLine;
use shared::lang::{Lang, fill};

use super::chosen::Chosen;
use crate::complaint::desk::badges::badges;
use crate::complaint::desk::due::due_badge;
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::settings::{agency_name, sector_name};

/// One case: its title as the way to it, what it is about, and how much time is left.
pub fn row(line: CaseLine, chosen: Option<Chosen>) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let title = line.title.as_deref().unwrap_or(texts.erased);
    let link = tag("a")
        .class("case-title")
        .attr("href", ["/petugas/aduan/", &line.code].concat())
        .attr("data-code", &line.code)
        .with(title);
    let words =
        tag("div").class("case-words").with(link).with(tag("p").class("case-about").with(about(lang, &line)));
    let age = fill(texts.age, &[("n", &line.age_working_days.to_string())]);
    let side = tag("div")
        .class("case-side-words")
        .with(line.due.map(|due| due_badge(lang, due)))
        .with(badges(&[
            (line.sealed, "badge", texts.sealed),
            (line.awaits_approval, "badge badge-warning", lang.answers().awaits),
        ]))
        .with(tag("span").class("fine").with(age))
        .with(line.assigned.as_deref().map(|name| tag("span").class("fine").with(name)));
    tag("li").class("case-row").with(chosen.map(|chosen| pick(&line, chosen))).with(words).with(side)
}

fn pick(line: &CaseLine, chosen: Chosen) -> Tag {
    let (own, turned) = (line.code.clone(), line.clone());
    let input = tag("input")
        .class("case-pick")
        .attr("type", "checkbox")
        .attr("aria-label", fill(use_lang().desk().choose, &[("code", &line.code)]))
        .live_property("checked", move || chosen.has(&own).into())
        .on("change", move |event| chosen.turn(&turned, event_target_checked(&event)));
    tag("label").class("case-pick-target").with(input)
}

fn about(lang: Lang, line: &CaseLine) -> String {
    let mut words = vec![line.code.clone(), lang.stage(line.stage).to_owned()];
    words.extend(line.sector.as_deref().map(|key| sector_name(lang, key)));
    words.extend(line.agency.as_deref().map(|key| agency_name(lang, key)));
    words.extend(line.region.clone());
    words.join(" · ")
}
