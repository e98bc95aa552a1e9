use shared::complaint::desk::CaseView;
use shared::lang::Lang;

use super::desk_case::DeskCase;
use crate::complaint::deadlines::deadlines;
use crate::complaint::desk::badges::badges;
use crate::complaint::desk::due::due_badge;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::settings::{agency_name, sector_name, use_meta};

/// Stage, what protects it, and how much time is left.
pub fn standing(case: DeskCase) -> Part {
    let lang = use_lang();
    let texts = lang.desk();
    Part::live(move || {
        case.view.value.with(|view| {
            let view = view.as_ref()?;
            let marks = badges(&[
                (true, "badge badge-stage", lang.stage(view.stage)),
                (view.sealed, "badge badge-bad", texts.sealed),
                (view.supervisory, "badge", texts.supervisory),
                (view.confidential, "badge", texts.confidential),
                (view.anonymous, "badge", texts.anonymous),
                (view.published, "badge", texts.published),
                (view.sampled, "badge", texts.sampled),
                (view.waiting_answer.is_some(), "badge badge-warning", lang.answers().awaits),
            ]);
            Some(tag("p").class("case-standing").with(marks).with(view.due.map(|due| due_badge(lang, due))))
        })
    })
}

/// The clock, and what is known about the case.
pub fn facts(case: DeskCase) -> Part {
    let lang = use_lang();
    let texts = lang.desk();
    let today = use_meta().today;
    let clock = case.of(|view| view.deadlines.clone());
    let clock = move || {
        tag("section")
            .class("panel")
            .with(tag("h2").with(texts.clock))
            .with(clock.with(|list| deadlines(list, today)))
    };
    let list = move || {
        case.view.value.with(|view| {
            let view = view.as_ref()?;
            let rows: Vec<_> = of(lang, view).into_iter().map(|(name, value)| row(name, value)).collect();
            Some(
                tag("section")
                    .class("panel")
                    .with(tag("h2").with(texts.facts))
                    .with(tag("dl").class("facts").with(rows)),
            )
        })
    };
    [Part::live(clock), Part::live(list)].into()
}

fn row(name: &'static str, value: String) -> Tag {
    tag("div").class("fact").with(tag("dt").with(name)).with(tag("dd").with(value))
}

fn of(lang: Lang, view: &CaseView) -> Vec<(&'static str, String)> {
    let texts = lang.desk();
    let unknown = || texts.unknown.to_owned();
    let mut rows = vec![
        (texts.received, day_long(lang, view.received_on)),
        (texts.class, lang.class(view.class).to_owned()),
        (texts.channel, lang.channel(view.channel).to_owned()),
        (texts.sector, view.sector.as_deref().map_or_else(unknown, |key| sector_name(lang, key))),
        (texts.agency, view.agency.as_deref().map_or_else(unknown, |key| agency_name(lang, key))),
        (texts.region, view.region_name.clone().unwrap_or_else(unknown)),
    ];
    rows.extend(view.place.clone().map(|place| (texts.place, place)));
    rows.extend(view.point.map(|point| (texts.position, format_point(point.latitude, point.longitude))));
    rows.extend(view.event_date.map(|day| (texts.event_date, day_long(lang, day))));
    rows.extend(view.lapor_id.clone().map(|id| (lang.entering().lapor_id, id)));
    if view.support > 0 {
        rows.push((texts.support, view.support.to_string()));
    }
    rows.extend(view.promised_on.map(|day| (lang.answers().promised_on, day_long(lang, day))));
    rows.extend(view.merged_into.clone().map(|code| (texts.merged_into, code)));
    let asked = || view.asks_request.then(|| texts.request_asked.to_owned());
    rows.extend(view.request.clone().or_else(asked).map(|state| (texts.request, state)));
    rows.extend(view.checker.as_ref().map(|person| (texts.checker, person.full_name.clone())));
    rows.extend(view.assigned.as_ref().map(|person| (texts.assigned, person.full_name.clone())));
    rows
}

/// Degrees with five decimals: a metre.
fn format_point(latitude: f64, longitude: f64) -> String {
    format!("{latitude:.5}, {longitude:.5}")
}
