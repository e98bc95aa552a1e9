//! What must happen by when, in words, with how sure each date is.

use shared::calendar::{Certainty, Day};
use shared::lang::Lang;
use shared::regulation::Deadline;

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};

/// The deadlines as a list, and below it what its marks mean.
pub fn deadlines(list: &[Deadline], today: Day) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let rows = list.iter().map(|deadline| row(lang, deadline, today)).collect::<Vec<_>>();
    let is_open = |deadline: &&Deadline| deadline.met_on.is_none();
    let any = |test: fn(&Deadline) -> bool| list.iter().filter(is_open).any(test);
    let notes = [
        (any(|deadline| !deadline.confirmed), texts.unconfirmed),
        (any(|deadline| deadline.certainty == Certainty::Estimated), texts.estimated),
        (any(|deadline| deadline.certainty == Certainty::NoData), texts.no_data),
    ];
    let notes = notes.into_iter().filter(|(applies, _)| *applies);
    let notes: Vec<_> = notes.map(|(_, note)| tag("p").class("fine").with(note)).collect();
    let parts: [Part; 2] = [tag("ul").class("deadlines").with(rows).into(), notes.into()];
    parts.into()
}

fn row(lang: Lang, deadline: &Deadline, today: Day) -> Tag {
    let texts = lang.tracking();
    let is_late = deadline.met_on.is_none() && deadline.due_on.is_some_and(|due_on| due_on < today);
    let limit = lang.working_days(deadline.working_days);
    let when = match (deadline.met_on, deadline.due_on) {
        (Some(met_on), _) => [texts.met_on, " ", &day_long(lang, met_on)].concat(),
        (None, Some(due_on)) => [&limit, ": ", &day_long(lang, due_on)].concat(),
        (None, None) => [&limit, ", ", texts.not_started].concat(),
    };
    let marks = [
        (is_late, "badge badge-bad", texts.overdue),
        (deadline.paused, "badge", texts.paused),
        (deadline.met_on.is_none() && !deadline.confirmed, "badge", texts.unconfirmed_mark),
        (deadline.met_on.is_none() && deadline.certainty != Certainty::Known, "badge", texts.estimated_mark),
    ];
    let marks = marks.into_iter().filter(|(applies, _, _)| *applies);
    let marks: Vec<_> = marks.map(|(_, class, words)| tag("span").class(class).with(words)).collect();
    tag("li")
        .class(if deadline.met_on.is_some() { "deadline deadline-met" } else { "deadline" })
        .with(tag("span").class("deadline-step").with(lang.step(deadline.step)))
        .with(tag("span").class("deadline-when").with(when))
        .with(tag("span").class("badges").with(marks))
}
