//! What must happen by when, in words, with how sure each date is.

use maud::{Markup, html};
use shared::calendar::{Certainty, Day};
use shared::lang::Lang;
use shared::regulation::Deadline;

/// The deadlines as a list, and below it what its marks mean.
pub(super) fn deadlines(lang: Lang, list: &[Deadline], today: Day) -> Markup {
    let texts = lang.tracking();
    let any =
        |test: fn(&Deadline) -> bool| list.iter().any(|deadline| deadline.met_on.is_none() && test(deadline));
    let notes = [
        (any(|deadline| !deadline.confirmed), texts.unconfirmed),
        (any(|deadline| deadline.certainty == Certainty::Estimated), texts.estimated),
        (any(|deadline| deadline.certainty == Certainty::NoData), texts.no_data),
    ];
    html! {
        ul class="deadlines" { @for deadline in list { (row(lang, deadline, today)) } }
        @for (_, note) in notes.iter().filter(|(applies, _)| *applies) { p class="fine" { (note) } }
    }
}

fn row(lang: Lang, deadline: &Deadline, today: Day) -> Markup {
    let texts = lang.tracking();
    let is_open = deadline.met_on.is_none();
    let limit = lang.working_days(deadline.working_days);
    let when = match (deadline.met_on, deadline.due_on) {
        (Some(met_on), _) => [texts.met_on, " ", &lang.day_long(met_on)].concat(),
        (None, Some(due_on)) => [&limit, ": ", &lang.day_long(due_on)].concat(),
        (None, None) => [&limit, ", ", texts.not_started].concat(),
    };
    let is_late = is_open && deadline.due_on.is_some_and(|due_on| due_on < today);
    let marks = [
        (is_late, "badge badge-bad", texts.overdue),
        (deadline.paused, "badge", texts.paused),
        (is_open && !deadline.confirmed, "badge", texts.unconfirmed_mark),
        (is_open && deadline.certainty != Certainty::Known, "badge", texts.estimated_mark),
    ];
    html! {
        li class=(if is_open { "deadline" } else { "deadline deadline-met" }) {
            span class="deadline-step" { (lang.step(deadline.step)) }
            // Read aloud, or without styles, the parts must not run into one another.
            " " span class="deadline-when" { (when) }
            " " span class="badges" {
                @for (_, class, words) in marks.iter().filter(|(applies, _, _)| *applies) {
                    span class=(class) { (words) } " "
                }
            }
        }
    }
}
