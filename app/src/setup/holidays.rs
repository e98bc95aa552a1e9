use shared::calendar::Day;
use shared::lang::fill;
use shared::problem::{FieldProblem, Problem};
use shared::setup::{HolidayCategory, HolidayKey, HolidayLine, Setup, SetupChange};

use super::sheet::{Keeping, Section, setup_form};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Field, TextKind, button, date_field, focus_on, plain_button, select_field, switch, text_field,
};

const HERE: Section = Section::Holidays;

/// The days of a year, and adding one.
pub fn holidays(keeping: Keeping, setup: &Setup) -> Part {
    let texts = use_lang().setup();
    let all = setup.holidays.clone();
    let mut years: Vec<i16> = all.iter().map(|one| one.date.year()).collect();
    years.push(use_meta().today.year());
    years.sort_unstable();
    years.dedup();
    let years: Vec<_> = years.into_iter().rev().map(|year| (year.to_string(), year.to_string())).collect();
    let year = keeping.year;
    let new = move || -> Part {
        if keeping.is_open(HERE, "") {
            return form(keeping).into();
        }
        plain_button(Button::Quiet, texts.add_holiday, move || keeping.begin(HERE, "")).into()
    };
    let rows = move || -> Part {
        let wanted = year.get();
        let of_year = all.iter().filter(|one| one.date.year().to_string() == wanted);
        let rows: Vec<_> = of_year.map(|one| row(keeping, one.clone())).collect();
        if rows.is_empty() {
            return tag("p").with(texts.no_holidays).into();
        }
        tag("ul").class("rows").with(rows).into()
    };
    let choice =
        select_field(Field::new("holiday-year", texts.year), texts.year, Signal::stored(years), year);
    [tag("p").with(texts.holidays_lead).into(), Part::live(new), choice.into(), Part::live(rows)].into()
}

fn row(keeping: Keeping, one: HolidayLine) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let words = tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(day_long(lang, one.date)))
        .with(
            one.estimated
                .then(|| [Part::from(" "), tag("span").class("badge").with(texts.is_estimated).into()]),
        )
        .with(
            tag("span").class("fine").with([&one.name, " · ", lang.holiday_category(one.category)].concat()),
        );
    let sending = Sending::idle();
    let is_sure = RwSignal::new(false);
    let ways = move || -> Part {
        if is_sure.get() {
            let key = HolidayKey { date: one.date, name: one.name.clone() };
            let yes = move || keeping.send(HERE, sending, SetupChange::RemoveHoliday(key.clone()));
            let no = plain_button(Button::Quiet, lang.desk().cancel, move || is_sure.set(false));
            return [button(Button::Danger, texts.remove_sure, sending.busy, yes), no].into();
        }
        let settle = one.estimated.then(|| {
            let settled = HolidayLine { estimated: false, ..one.clone() };
            let send = move || keeping.send(HERE, sending, SetupChange::Holiday(settled.clone()));
            button(Button::Quiet, texts.settle, sending.busy, send)
                .attr("aria-label", fill(texts.settle_named, &[("name", &one.name)]))
        });
        let ask = move || {
            is_sure.set(true);
            focus_on("#setup-holidays .button-danger");
        };
        let remove = plain_button(Button::Quiet, texts.remove, ask)
            .attr("aria-label", fill(texts.remove_named, &[("name", &one.name)]));
        settle.into_iter().chain([remove]).collect::<Vec<_>>().into()
    };
    tag("li")
        .class("row row-tall")
        .with(words)
        .with(tag("div").class("row-ways").with(sending.failed()).live(ways))
}

fn form(keeping: Keeping) -> Tag {
    let lang = use_lang();
    let texts = lang.setup();
    let sending = Sending::idle();
    let (date, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let category = RwSignal::new(HolidayCategory::PublicHoliday.to_string());
    let estimated = RwSignal::new(false);
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let categories =
        HolidayCategory::ALL.iter().map(|one| (one.to_string(), lang.holiday_category(*one).to_owned()));
    let fields: Vec<Part> = vec![
        date_field(line("holiday-date", texts.date, "date"), None, None, date).into(),
        text_field(line("holiday-name", texts.holiday_name, "name"), TextKind::Line, name).into(),
        select_field(
            line("holiday-category", texts.category, "category"),
            lang.desk().pick,
            Signal::stored(categories.collect()),
            category,
        )
        .into(),
        switch("holiday-estimated", texts.estimated, texts.estimated_hint, estimated).into(),
    ];
    let make = move || {
        let day = date.with_untracked(|raw| Day::parse(raw));
        let kind: Result<HolidayCategory, _> = category.with_untracked(|word| word.parse());
        match (day, kind) {
            (Ok(date), Ok(category)) => Ok(SetupChange::Holiday(HolidayLine {
                date,
                category,
                name: name.get_untracked(),
                estimated: estimated.get_untracked(),
            })),
            (day, kind) => {
                let empty = date.with_untracked(String::is_empty);
                let day = day.err().map(|problem| if empty { Problem::Required } else { problem });
                let day = day.map(|problem| FieldProblem::new("date", problem));
                let kind = kind.err().map(|_| FieldProblem::new("category", Problem::Required));
                Err(day.into_iter().chain(kind).collect())
            }
        }
    };
    setup_form(texts.add_holiday, fields, sending, keeping.ways(HERE, sending, make))
}
