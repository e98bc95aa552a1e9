use shared::api::{AddBreach, ChangeBreach, IF_MATCH};
use shared::calendar::Day;
use shared::problem::{FieldProblem, Problem};
use shared::protection::{Breach, BreachAccount, BreachChange, NewBreach, ProtectionBoard};
use shared::text::MESSAGE_MAX;

use super::breach::Open;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Load, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{
    Button, Field, TextKind, button, date_field, focus_on, plain_button, text_area, text_field,
};

/// Where the form is on the page.
const PLACE: &str = ".breach-form";

#[derive(Clone, Copy)]
struct Sheet {
    day: RwSignal<String>,
    time: RwSignal<String>,
    data: RwSignal<String>,
    course: RwSignal<String>,
    remedy: RwSignal<String>,
    people: RwSignal<String>,
}

/// The form of a breach, or of a new one.
pub fn breach_form(board: Load<ProtectionBoard>, open: Open, one: Option<Breach>) -> Tag {
    let lang = use_lang();
    let texts = lang.protection();
    let sending = Sending::idle();
    let kept = one.as_ref().map(|one| (one.id, one.version));
    let account = one.map(|one| one.account).unwrap_or_default();
    let meta = use_meta();
    let sheet = Sheet {
        day: RwSignal::new(meta.today.to_string()),
        time: RwSignal::new(String::new()),
        data: RwSignal::new(account.data),
        course: RwSignal::new(account.course),
        remedy: RwSignal::new(account.remedy),
        people: RwSignal::new(account.people.to_string()),
    };
    let today = meta.today.to_string();
    let offset = meta.instance.utc_offset_minutes;
    let line = |id, name, field| Field::new(id, name).problem(sending.problem(field));
    let when = kept.is_none().then(|| {
        let day = line("breach-day", texts.found_on, "found_at");
        let time = line("breach-time", texts.found_time, "found_time");
        let parts: [Part; 2] = [
            date_field(day, None, Some(today), sheet.day).into(),
            text_field(time, TextKind::Line, sheet.time).into(),
        ];
        Part::from(parts)
    });
    let area = |id, name, field, value| text_area(line(id, name, field), MESSAGE_MAX, value);
    let close = move || {
        open.set(None);
        focus_on("#breaches");
    };
    let save = move || {
        let people = sheet.people.with_untracked(|people| people.trim().parse::<u32>());
        let account = BreachAccount {
            data: sheet.data.get_untracked(),
            course: sheet.course.get_untracked(),
            remedy: sheet.remedy.get_untracked(),
            people: people.clone().unwrap_or_default(),
        };
        let found = sheet.found(offset);
        let mut problems: Vec<FieldProblem> = account.clone().check().err().unwrap_or_default();
        if people.is_err() {
            problems.push(FieldProblem::new("account.people", Problem::WrongType));
        }
        if kept.is_none()
            && let Err(problem) = &found
        {
            problems.insert(0, problem.clone());
        }
        if !problems.is_empty() {
            return sending.blame(problems, PLACE);
        }
        let found_at = found.unwrap_or_default();
        let answer = async move {
            let Some((id, version)) = kept else {
                return call::<AddBreach>(Call::default(), &NewBreach { found_at, account }).await;
            };
            let (id, version) = (id.to_string(), version.to_string());
            let headers = [(IF_MATCH, version.as_str())];
            let change = BreachChange { account, told: false };
            call::<ChangeBreach>(Call { path: &[&id], headers: &headers, ..Call::default() }, &change).await
        };
        let done = move |now| {
            board.value.set(Some(now));
            close();
        };
        sending.run(answer, done, move || board.again());
    };
    tag("div")
        .class("form template-form breach-form")
        .attr("role", "group")
        .attr("aria-label", texts.add)
        .with(when)
        .with(area("breach-data", texts.data, "account.data", sheet.data))
        .with(area("breach-course", texts.course, "account.course", sheet.course))
        .with(area("breach-remedy", texts.remedy, "account.remedy", sheet.remedy))
        .with(text_field(
            line("breach-people", texts.people, "account.people"),
            TextKind::Number,
            sheet.people,
        ))
        .with(sending.failed())
        .with(
            tag("div")
                .class("form-ways")
                .with(button(Button::Main, lang.answers().save, sending.busy, save))
                .with(plain_button(Button::Quiet, lang.desk().cancel, close)),
        )
}

impl Sheet {
    /// The moment it became known, in milliseconds since 1970 (UTC).
    fn found(self, offset_minutes: i32) -> Result<i64, FieldProblem> {
        let day = self.day.with_untracked(|day| Day::parse(day));
        let day = day.map_err(|problem| FieldProblem::new("found_at", problem))?;
        let minutes = self.time.with_untracked(|time| minutes_of(time));
        let minutes = minutes.ok_or_else(|| FieldProblem::new("found_time", Problem::WrongType))?;
        let days = Day::new(1970, 1, 1).map_or(0, |first| day.days_since(first));
        let minutes = i64::from(days) * 24 * 60 + i64::from(minutes) - i64::from(offset_minutes);
        Ok(minutes * 60 * 1000)
    }
}

/// Minutes since midnight, of a time as people write it.
fn minutes_of(time: &str) -> Option<u32> {
    let (hours, minutes) = time.trim().split_once([':', '.'])?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let check = |time: &str, expected| assert_eq!(minutes_of(time), expected, "{time}");
        check("08:30", Some(510));
        check(" 8.05 ", Some(485));
        check("24:00", None);
        check("8", None);
        check("8:60", None);
    }
}
