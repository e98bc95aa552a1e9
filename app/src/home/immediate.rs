use leptos::prelude::document;
use shared::api::ListInformation;
use shared::information::{InformationLine, InformationList};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::net::{Call, call, load};
use crate::platform::settings::{agency_name, use_meta};

/// So many at once, as the page that the server writes.
const MOST: usize = 3;
/// For so many days after it was published it stands there.
const DAYS: i32 = 30;

/// What everyone must know at once, for who came to the first page from another: who loads it has it from the server, above
/// everything that is drawn here.
pub fn immediate() -> Part {
    if document().query_selector("body > .immediate").is_ok_and(|served| served.is_some()) {
        return Part::Nothing;
    }
    let oldest = use_meta().today.plus(-DAYS);
    let query = "category=immediate";
    let found = load(move || async move {
        call::<ListInformation>(Call { query, is_quiet: true, ..Call::default() }, &()).await
    });
    // Where it cannot be had, the list that the navigation leads to says so.
    Part::live(move || found.value.with(|list| list.as_ref().map(|list| notice(list, oldest))))
}

fn notice(list: &InformationList, oldest: shared::calendar::Day) -> Part {
    let mut recent: Vec<&InformationLine> =
        list.rows.iter().filter(|line| line.published_on > oldest).collect();
    if recent.is_empty() {
        return Part::Nothing;
    }
    recent.sort_by_key(|line| std::cmp::Reverse(line.published_on));
    let texts = use_lang().information();
    let lines: Vec<Tag> = recent.into_iter().take(MOST).map(line).collect();
    let all = tag("a").attr("href", "/informasi?category=immediate").attr("rel", "external");
    tag("aside")
        .class("notice notice-warning")
        .attr("aria-labelledby", "immediate-name")
        .with(tag("h2").id("immediate-name").class("notice-heading").with(texts.immediate))
        .with(tag("ul").with(lines))
        .with(all.with(texts.all_immediate))
        .into()
}

fn line(one: &InformationLine) -> Tag {
    let lang = use_lang();
    let href = ["/informasi/", &one.id.to_string()].concat();
    let said = [agency_name(lang, &one.agency), day_long(lang, one.published_on)].join(" · ");
    tag("li")
        .with(tag("a").attr("href", href).attr("rel", "external").with(one.title.as_str()))
        .with(" ")
        .with(tag("span").class("fine").with(said))
}
