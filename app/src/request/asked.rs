use shared::lang::Lang;
use shared::request::{DeskRequest, RequestStep};

use super::due::{Days, due_badge};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_long;
use crate::platform::settings::{agency_name, use_meta};

/// Its stage, what waits, and how much time is left.
pub fn standing(lang: Lang, view: &DeskRequest) -> Part {
    let request = &view.request;
    let today = use_meta().today;
    let waits = request.objections.iter().any(|objection| objection.decision.is_none());
    let objected = waits.then(|| tag("span").class("badge badge-warning").with(lang.requesting().objected));
    let open =
        request.deadlines.iter().filter(|one| one.met_on.is_none() && one.step != RequestStep::Dispute);
    let next = open.min_by_key(|one| one.due_on).map(|one| {
        let days = Days { left: one.left_days, late: one.late_days };
        due_badge(lang, one.due_on, days, today)
    });
    tag("p")
        .class("case-standing")
        .with(tag("span").class("badge badge-stage").with(lang.request_stage(request.stage)))
        .with(objected)
        .with(next)
        .into()
}

/// What was asked for, why, and how it is to be had. Who asks is no part of it.
pub fn asked(lang: Lang, view: &DeskRequest) -> Part {
    let (texts, words) = (lang.requesting(), lang.request());
    let request = &view.request;
    let nobody = || texts.nobodys.to_owned();
    let rows = [
        (
            words.what,
            Some(request.erased_on.map_or_else(|| request.what.clone(), |_| words.erased.to_owned())),
        ),
        (words.purpose, request.erased_on.is_none().then(|| request.purpose.clone())),
        (words.obtain, Some(lang.obtain(request.obtain).to_owned())),
        (words.send, Some(lang.send_by(request.send).to_owned())),
        (words.kind, Some(lang.applicant_kind(view.applicant).to_owned())),
        (texts.agency, Some(request.agency.as_deref().map_or_else(nobody, |key| agency_name(lang, key)))),
        (words.received_on, Some(day_long(lang, request.received_on))),
        (texts.channel, Some(lang.channel(view.channel).to_owned())),
    ];
    tag("section").class("panel").with(tag("h2").with(texts.asked)).with(facts(rows)).into()
}

/// Names and values; what was not said is left out.
pub fn facts<const N: usize>(rows: [(&'static str, Option<String>); N]) -> Tag {
    listed(rows.into())
}

fn listed(rows: Vec<(&'static str, Option<String>)>) -> Tag {
    let row = |(name, value): (&'static str, Option<String>)| {
        let value = tag("dd").class("story-text").with(value?);
        Some(tag("div").class("fact").with(tag("dt").with(name)).with(value))
    };
    tag("dl").class("facts").with(rows.into_iter().filter_map(row).collect::<Vec<_>>())
}
