use shared::complaint::desk::Due;
use shared::lang::Lang;

use crate::platform::dom::{Tag, tag};
use crate::platform::lang::day_long;

/// How much time is left, with the day under the pointer.
pub fn due_badge(lang: Lang, due: Due) -> Tag {
    let class = match due.days_left {
        ..0 => "badge badge-bad",
        0..=1 => "badge badge-warning",
        _ => "badge",
    };
    tag("span")
        .class(class)
        .attr("title", [lang.step(due.step), ": ", &day_long(lang, due.due_on)].concat())
        .with(lang.days_left(due.days_left))
}
