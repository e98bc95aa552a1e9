use shared::calendar::Day;
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_short;

/// How much time is left or how late it is, in words, with the day.
pub fn due(lang: Lang, due_on: Option<Day>, late_days: u32, today: Day) -> Part {
    let texts = lang.requesting();
    let Some(due_on) = due_on else {
        return tag("span").class("fine").with(texts.nothing_due).into();
    };
    let day = fill(texts.due_on, &[("day", &day_short(lang, due_on))]);
    let parts: [Part; 2] =
        [due_badge(lang, due_on, late_days, today).into(), tag("span").class("fine").with(day).into()];
    parts.into()
}

/// The same as a badge alone. Days that are left are those of the calendar: the page knows no holidays.
pub fn due_badge(lang: Lang, due_on: Day, late_days: u32, today: Day) -> Tag {
    let left = due_on.days_since(today);
    let (class, words) = match left {
        ..0 => ("badge badge-bad", late(lang, late_days)),
        0 => ("badge badge-warning", lang.days_left(0)),
        _ => {
            let class = if left <= 2 { "badge badge-warning" } else { "badge" };
            (class, fill(lang.requesting().days_left, &[("n", &left.to_string())]))
        }
    };
    tag("span").class(class).with(words)
}

/// On a weekend after its last day a request is late, though no working day has passed.
fn late(lang: Lang, days: u32) -> String {
    match days {
        0 => lang.tracking().overdue.to_owned(),
        days => lang.days_left(-i32::try_from(days).unwrap_or(i32::MAX)),
    }
}
