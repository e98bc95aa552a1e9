use shared::calendar::Day;
use shared::lang::{Lang, fill};
use shared::problem::{FieldProblem, Problem};
use shared::request::RequestProfile;
use shared::setup::{Setup, SetupChange};

use super::sheet::{Keeping, Section, setup_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{Button, Field, TextKind, date_field, plain_button, switch, text_field};

const HERE: Section = Section::Profiles;

/// What the form of a new one is open under: no key is written so.
const NEW: &str = "/request";

/// The profiles for requests for information, the latest first, and the way to a new one.
pub fn request_profiles(keeping: Keeping, setup: &Setup) -> Part {
    let lang = use_lang();
    let texts = lang.setup();
    let rows: Vec<_> = setup.request_profiles.iter().map(|one| row(lang, one)).collect();
    // A new one begins with what holds now.
    let latest = setup.request_profiles.first().cloned();
    let new = move || -> Part {
        if keeping.is_open(HERE, NEW) {
            return latest.clone().map(|latest| form(keeping, latest)).into();
        }
        plain_button(Button::Quiet, texts.add_request_profile, move || keeping.begin(HERE, NEW)).into()
    };
    [
        tag("h3").with(texts.request_profiles).into(),
        tag("p").with(texts.request_profiles_lead).into(),
        Part::live(new),
        tag("ul").class("rows").with(rows).into(),
    ]
    .into()
}

/// The limits of one, each with its name and the field that says it.
fn limits(lang: Lang, one: &RequestProfile) -> [(&'static str, &'static str, u32); 5] {
    let texts = lang.setup();
    [
        (texts.notice_days, "notice_days", one.notice_days),
        (texts.extension_days, "extension_days", one.extension_days),
        (texts.objection_days, "objection_days", one.objection_days),
        (texts.decision_days, "decision_days", one.decision_days),
        (texts.dispute_days, "dispute_days", one.dispute_days),
    ]
}

fn row(lang: Lang, one: &RequestProfile) -> Tag {
    let texts = lang.setup();
    let days = |days: u32| fill(texts.working_days, &[("n", &days.to_string())]);
    let limits =
        limits(lang, one).map(|(name, _, count)| tag("li").with([name, ": ", &days(count)].concat()));
    let since = fill(texts.since, &[("day", &day_long(lang, one.valid_from))]);
    let badge = (!one.confirmed)
        .then(|| [Part::from(" "), tag("span").class("badge").with(texts.unconfirmed).into()]);
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with([&one.key, ", ", &since].concat()))
        .with(badge)
        .with(tag("ul").class("plain-list").with(limits));
    tag("li").class("row row-tall").with(words)
}

fn form(keeping: Keeping, latest: RequestProfile) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let (key, from) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let confirmed = RwSignal::new(false);
    let limits = limits(lang, &latest);
    let days = limits.map(|(_, _, count)| RwSignal::new(count.to_string()));
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let mut fields: Vec<Part> = vec![
        text_field(line("request-profile-key", texts.key, "key"), TextKind::Code, key).into(),
        date_field(line("request-profile-from", texts.valid_from, "valid_from"), None, None, from).into(),
    ];
    for ((name, field, _), typed) in limits.into_iter().zip(days) {
        fields.push(text_field(line(field, name, field), TextKind::Number, typed).into());
    }
    fields.push(switch("request-profile-confirmed", texts.confirmed, texts.confirmed_hint, confirmed).into());
    let make = move || {
        let mut problems = Vec::new();
        let valid_from = Day::parse(&from.get_untracked());
        if let Err(problem) = &valid_from {
            problems.push(FieldProblem::new("valid_from", *problem));
        }
        let read: Vec<u32> = limits
            .iter()
            .zip(days)
            .filter_map(|((_, field, _), typed)| {
                let days = typed.with_untracked(|typed| typed.trim().parse()).ok();
                if days.is_none() {
                    problems.push(FieldProblem::new(*field, Problem::OutOfRange(250)));
                }
                days
            })
            .collect();
        let (Ok(valid_from), [notice_days, extension_days, objection_days, decision_days, dispute_days]) =
            (valid_from, read.as_slice())
        else {
            return Err(problems);
        };
        Ok(SetupChange::RequestProfile(RequestProfile {
            key: key.get_untracked(),
            valid_from,
            confirmed: confirmed.get_untracked(),
            notice_days: *notice_days,
            extension_days: *extension_days,
            objection_days: *objection_days,
            decision_days: *decision_days,
            dispute_days: *dispute_days,
        }))
    };
    setup_form(texts.add_request_profile, fields, sending, keeping.ways(HERE, sending, make))
}
