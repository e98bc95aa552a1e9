use shared::lang::{Lang, fill};
use shared::request::DeskRequestLine;

use super::address;
use super::due::{Days, due};
use crate::platform::dom::{Tag, tag};
use crate::platform::lang::{day_short, use_lang};
use crate::platform::settings::{agency_name, use_meta};

/// A request in the list: its number as the way to it, what is asked for, who has it, and how much time is left.
pub fn row(line: &DeskRequestLine) -> Tag {
    let lang = use_lang();
    let link = tag("a")
        .class("row-name")
        .attr("href", address::of_request(&line.number))
        .attr("data-number", &line.number)
        .with(line.number.as_str());
    let objected =
        line.has_objection.then(|| tag("span").class("badge badge-warning").with(lang.requesting().objected));
    let days = Days { left: line.left_days, late: line.late_days };
    let words = tag("div")
        .class("row-words")
        .with(link)
        .with(tag("span").class("request-what").with(line.what.as_str()))
        .with(tag("span").class("fine").with(about(lang, line)))
        .with(
            tag("span")
                .class("badges")
                .with(tag("span").class("badge badge-stage").with(lang.request_stage(line.stage)))
                .with(objected)
                .with(due(lang, line.due_on, days, use_meta().today)),
        );
    tag("li").class("row row-tall").with(words)
}

fn about(lang: Lang, line: &DeskRequestLine) -> String {
    let nobody = || lang.requesting().nobodys.to_owned();
    let agency = line.agency.as_deref().map_or_else(nobody, |key| agency_name(lang, key));
    let received = [lang.request().received_on, " ", &day_short(lang, line.received_on)].concat();
    [&agency, " · ", &received].concat()
}

/// How many are shown, and whether there are more.
pub fn shown(lang: Lang, count: usize, has_more: bool) -> String {
    let texts = lang.requesting();
    let words = if has_more { texts.shown_more } else { texts.shown };
    fill(words, &[("n", &count.to_string())])
}
