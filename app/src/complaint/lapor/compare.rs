use shared::calendar::Day;
use shared::complaint::lapor::Reconciliation;
use shared::lang::{Lang, fill};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_short, use_lang};

/// What differs, what is only there, what is only here.
pub fn compare(found: &Reconciliation) -> Part {
    let lang = use_lang();
    let texts = lang.lapor();
    let Some(as_of) = found.as_of else { return tag("p").with(texts.never).into() };
    let told = fill(texts.as_of, &[("day", &day_short(lang, as_of)), ("n", &found.there.to_string())]);
    let different = found.different.iter().map(|one| {
        let what = fill(texts.here_there, &[("here", lang.stage(one.here)), ("there", &one.status)]);
        row(lang, case(&one.code), &["#", &one.lapor_id, " · ", &what].concat(), one.since)
    });
    let there = found.only_there.iter().map(|one| {
        let name = tag("span").class("row-name").attr("translate", "no").with(["#", &one.lapor_id].concat());
        row(lang, name, &one.status, one.since)
    });
    let here = found.only_here.iter().map(|one| row(lang, case(&one.code), lang.stage(one.stage), one.since));
    let parts: [Part; 4] = [
        tag("p").with(told).into(),
        list(texts.different, found.different_count, different.collect()).into(),
        list(texts.only_there, found.only_there_count, there.collect()).into(),
        list(texts.only_here, found.only_here_count, here.collect()).into(),
    ];
    parts.into()
}

fn case(code: &str) -> Tag {
    tag("a")
        .class("row-name")
        .attr("href", ["/petugas/aduan/", code].concat())
        .attr("translate", "no")
        .with(code)
}

fn row(lang: Lang, name: Tag, what: &str, since: Day) -> Tag {
    let since = fill(lang.lapor().since, &[("day", &day_short(lang, since))]);
    let words = tag("div").class("row-words").with(name).with(tag("span").class("fine").with(what));
    tag("li").class("row").with(words).with(tag("span").class("fine").with(since))
}

/// A list that is folded until it is wanted.
fn list(name: &'static str, count: u32, rows: Vec<Tag>) -> Tag {
    let texts = use_lang().lapor();
    let is_cut = (rows.len() as u32) < count;
    let content: Part = match count {
        0 => tag("p").with(texts.nothing).into(),
        _ => tag("ul").class("rows").with(rows).into(),
    };
    tag("details")
        .class("setup-section compare-list")
        .with(tag("summary").with(tag("h3").with(fill(name, &[("n", &count.to_string())]))))
        .with(is_cut.then(|| tag("p").class("fine").with(texts.first)))
        .with(content)
}
