use shared::calendar::Day;
use shared::lang::{Lang, fill};
use shared::problem::{FieldProblem, Problem};
use shared::regulation::{Limit, Profile};
use shared::setup::{Setup, SetupChange};

use super::request_profiles::request_profiles;
use super::sheet::{Keeping, Section, setup_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::ui::{
    Button, Field, TextKind, date_field, plain_button, problem_line, switch, text_field,
};

const HERE: Section = Section::Profiles;

/// A place for each limit of a profile: there are four steps, each for all kinds and for each of the four.
const PLACES: [(&str, &str); 20] = [
    ("limit-0", "limits.0"),
    ("limit-1", "limits.1"),
    ("limit-2", "limits.2"),
    ("limit-3", "limits.3"),
    ("limit-4", "limits.4"),
    ("limit-5", "limits.5"),
    ("limit-6", "limits.6"),
    ("limit-7", "limits.7"),
    ("limit-8", "limits.8"),
    ("limit-9", "limits.9"),
    ("limit-10", "limits.10"),
    ("limit-11", "limits.11"),
    ("limit-12", "limits.12"),
    ("limit-13", "limits.13"),
    ("limit-14", "limits.14"),
    ("limit-15", "limits.15"),
    ("limit-16", "limits.16"),
    ("limit-17", "limits.17"),
    ("limit-18", "limits.18"),
    ("limit-19", "limits.19"),
];

/// The profiles for complaints, the latest first.
pub fn profiles(keeping: Keeping, setup: &Setup) -> Part {
    let texts = use_lang().setup();
    let of_complaints = setup.profiles.iter().filter(|line| line.subject == "complaint");
    let profiles: Vec<Profile> = of_complaints.map(|line| line.profile.clone()).collect();
    let rows: Vec<_> = profiles.iter().map(|one| row(keeping, one.clone())).collect();
    // A new one begins with what holds now.
    let latest = profiles.into_iter().next();
    let new = move || -> Part {
        if keeping.is_open(HERE, "") {
            return latest.clone().map(|latest| form(keeping, latest, true)).into();
        }
        plain_button(Button::Quiet, texts.add_profile, move || keeping.begin(HERE, "")).into()
    };
    [
        tag("p").with(texts.profiles_lead).into(),
        Part::live(new),
        tag("ul").class("rows").with(rows).into(),
        request_profiles(keeping, setup),
    ]
    .into()
}

fn row(keeping: Keeping, one: Profile) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    tag("li").class("row row-tall").live(move || -> Part {
        if keeping.is_open(HERE, &one.key) {
            return form(keeping, one.clone(), false).into();
        }
        let limits: Vec<_> = one
            .limits
            .iter()
            .map(|limit| {
                let days = fill(texts.working_days, &[("n", &limit.working_days.to_string())]);
                tag("li").with([&name_of(lang, limit), ": ", &days].concat())
            })
            .collect();
        let since = fill(texts.since, &[("day", &day_long(lang, one.valid_from))]);
        let badge = (!one.confirmed)
            .then(|| [Part::from(" "), tag("span").class("badge").with(texts.unconfirmed).into()]);
        let words = tag("div")
            .class("row-words")
            .with(tag("span").class("row-name").with([&one.key, ", ", &since].concat()))
            .with(badge)
            .with(tag("ul").class("plain-list").with(limits));
        let key = one.key.clone();
        let change = plain_button(Button::Quiet, lang.answers().change, move || keeping.begin(HERE, &key))
            .attr("aria-label", [lang.answers().change, ": ", &one.key].concat());
        [Part::from(words), change.into()].into()
    })
}

/// A limit, which no static words name.
fn days_field(
    label: &str,
    id: &'static str,
    problem: Signal<Option<Problem>>,
    days: RwSignal<String>,
) -> Tag {
    let field = Field::new(id, "").problem(problem);
    let input = tag("input")
        .class("input input-days")
        .id(id)
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .live_attr("aria-describedby", field.described_by())
        .live_attr("aria-invalid", field.invalid())
        .live_property("value", move || days.get().into())
        .on_value("input", move |value| days.set(value));
    tag("div")
        .class("field")
        .live_class("field-bad", move || problem.get().is_some())
        .with(tag("label").class("label").attr("for", id).with(label))
        .with(input)
        .with(problem_line(field))
}

fn name_of(lang: Lang, limit: &Limit) -> String {
    let kind = limit.kind.map_or(lang.setup().all_kinds, |kind| lang.kind(kind));
    [lang.step(limit.step), " (", kind, ")"].concat()
}

fn form(keeping: Keeping, one: Profile, is_new: bool) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let key = RwSignal::new(if is_new { String::new() } else { one.key.clone() });
    let from = RwSignal::new(if is_new { String::new() } else { one.valid_from.to_string() });
    let pauses = RwSignal::new(one.pauses_when_postponed);
    let confirmed = RwSignal::new(one.confirmed && !is_new);
    let days: Vec<_> = one.limits.iter().map(|limit| RwSignal::new(limit.working_days.to_string())).collect();
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let mut fields: Vec<Part> = Vec::new();
    if is_new {
        let key_field = line("profile-key", texts.key, "key");
        fields.push(text_field(key_field, TextKind::Code, key).into());
        fields
            .push(date_field(line("profile-from", texts.valid_from, "valid_from"), None, None, from).into());
    }
    for ((limit, days), (id, place)) in one.limits.iter().zip(&days).zip(PLACES) {
        fields.push(days_field(&name_of(lang, limit), id, sending.problem(place), *days).into());
    }
    fields.push(switch("profile-pauses", texts.pauses, texts.pauses_hint, pauses).into());
    fields.push(switch("profile-confirmed", texts.confirmed, texts.confirmed_hint, confirmed).into());
    let make = move || {
        let from = Day::parse(&from.get_untracked());
        let read: Vec<Result<u32, _>> =
            days.iter().map(|days| days.with_untracked(|typed| typed.trim().parse())).collect();
        let mut problems: Vec<FieldProblem> = Vec::new();
        if let Err(problem) = &from {
            problems.push(FieldProblem::new("valid_from", *problem));
        }
        for (days, (_, place)) in read.iter().zip(PLACES) {
            if days.is_err() {
                problems.push(FieldProblem::new(place, Problem::OutOfRange(250)));
            }
        }
        let Ok(valid_from) = from else { return Err(problems) };
        if !problems.is_empty() {
            return Err(problems);
        }
        let is_confirmed = confirmed.get_untracked();
        let limits = one.limits.iter().zip(read).map(|(limit, days)| Limit {
            // Another number is not the one that was read in the regulation.
            confirmed: is_confirmed || limit.confirmed && days.as_ref() == Ok(&limit.working_days),
            working_days: days.unwrap_or(limit.working_days),
            ..*limit
        });
        Ok(SetupChange::Profile(Profile {
            key: key.get_untracked(),
            valid_from,
            confirmed: is_confirmed,
            pauses_when_postponed: pauses.get_untracked(),
            limits: limits.collect(),
        }))
    };
    setup_form(
        if is_new { texts.add_profile } else { texts.profiles },
        fields,
        sending,
        keeping.ways(HERE, sending, make),
    )
}
