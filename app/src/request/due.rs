use shared::calendar::Day;
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_short;

/// Working days: those that are left, and those that it is late.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    pub left: u32,
    pub late: u32,
}

/// How much time is left or how late it is, in words, with the day.
pub fn due(lang: Lang, due_on: Option<Day>, days: Days, today: Day) -> Part {
    let texts = lang.requesting();
    let Some(due_on) = due_on else {
        return tag("span").class("fine").with(texts.nothing_due).into();
    };
    let day = fill(texts.due_on, &[("day", &day_short(lang, due_on))]);
    let parts: [Part; 2] =
        [due_badge(lang, due_on, days, today).into(), tag("span").class("fine").with(day).into()];
    parts.into()
}

/// The same as a badge alone.
pub fn due_badge(lang: Lang, due_on: Day, days: Days, today: Day) -> Tag {
    let left = i32::try_from(days.left).unwrap_or(i32::MAX);
    let (class, words) = match left {
        _ if due_on < today => ("badge badge-bad", late(lang, days.late)),
        // A superior may have set a day that nobody works on.
        0 if due_on > today => {
            let day = fill(lang.requesting().due_on, &[("day", &day_short(lang, due_on))]);
            ("badge badge-warning", day)
        }
        ..=2 => ("badge badge-warning", lang.days_left(left)),
        _ => ("badge", lang.days_left(left)),
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
