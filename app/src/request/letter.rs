use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::calendar::Day;
use shared::lang::{Lang, fill};
use shared::request::{NoticeView, RequestView};

use super::address;
use super::letters::said;
use super::page::{load_request, way_back};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::net::Load;
use crate::platform::reactive::{Memo, memo};
use crate::platform::settings::{agency_name, use_meta};
use crate::platform::ui::{Button, Tone, arrive, notice, plain_button, refused, skeleton};

/// The letter of the address.
pub fn letter_page() -> Tag {
    let path = use_location().pathname;
    // On the way to another page the address changes first; then this page keeps what it has.
    let wanted = Memo::new(move |before: Option<&(String, usize)>| {
        let wanted = path.with(|path| address::read(path));
        let wanted = wanted.and_then(|(number, place)| Some((number, place?)));
        wanted.or_else(|| before.cloned()).unwrap_or_default()
    });
    tag("div").live(move || {
        let (number, place) = wanted.get();
        letter(number, place)
    })
}

/// A letter alone, to be printed and signed: number, day, what it answers, what it says, and who signs. Whom it is for it does
/// not name, since the request does not know.
fn letter(number: String, place: usize) -> Tag {
    let lang = use_lang();
    let texts = lang.requesting();
    let subject = fill(lang.request().about, &[("number", &number)]);
    let back = address::of_request(&number);
    let load = load_request(StoredValue::new(number));
    let is_here = memo(move || load.value.with(Option::is_some));
    let print = plain_button(Button::Main, texts.print, || {
        // A browser that cannot print does nothing.
        let _ = window().print();
    });
    let body = move || -> Part {
        if is_here.get() {
            return Part::live(move || written(lang, load, place));
        }
        load.failure.with(Option::is_none).then(|| skeleton(8)).into()
    };
    let failed = move || load.failure.get().map(|failure| refused(&failure, move || load.again()));
    arrive(&subject);
    tag("article")
        .class("page page-narrow")
        .with(way_back(&back, texts.back_to_request))
        .with(tag("p").class("no-print").with(print))
        .live(move || load.value.with(|view| view.as_ref().map(|view| head(lang, &view.request))))
        .with(tag("h1").class("own-title").attr("tabindex", "-1").with(subject))
        .live(failed)
        .live(body)
}

/// Whose letter it is.
fn head(lang: Lang, request: &RequestView) -> Tag {
    let meta = use_meta();
    let office = || meta.instance.office.clone();
    let sender = request.agency.as_deref().map_or_else(office, |key| agency_name(lang, key));
    tag("p").with(tag("strong").with(sender)).with(tag("br")).with(meta.instance.province.as_str())
}

fn written(lang: Lang, load: Load<shared::request::DeskRequest>, place: usize) -> Part {
    load.value
        .with(|view| {
            let request = &view.as_ref()?.request;
            let Some(told) = of_place(request, place) else {
                let words = tag("p").with(lang.requesting().no_letter);
                return Some(Part::from(notice(Tone::Warning, words)));
            };
            Some(content(lang, request, told))
        })
        .into()
}

fn content(lang: Lang, request: &RequestView, told: &NoticeView) -> Part {
    let texts = lang.request();
    let day = day_long(lang, told.on);
    let right = objection_until(request, told)
        .map(|until| tag("p").with(fill(texts.right, &[("day", &day_long(lang, until))])));
    let received = day_long(lang, request.received_on);
    let parts: [Part; 7] = [
        tag("p").with(fill(texts.to, &[("number", &request.number)])).into(),
        tag("p").with(fill(texts.asked_on, &[("day", &received)])).into(),
        tag("blockquote").class("story-text").with(request.what.as_str()).into(),
        tag("h2").class("own-title").with(lang.notice_kind(told.kind)).into(),
        said(lang, told).into(),
        right.into(),
        tag("p").class("signature").with(day).with(tag("strong").with(told.official.as_str())).into(),
    ];
    parts.into()
}

/// The letter of a place: the first one has place 1, so that an address stays that of its letter.
fn of_place(request: &RequestView, place: usize) -> Option<&NoticeView> {
    request.notices.iter().rev().nth(place.checked_sub(1)?)
}

/// The last day of what may be objected to on a letter; where it stands no longer, nothing is.
fn objection_until(request: &RequestView, told: &NoticeView) -> Option<Day> {
    let offers = request.offers.iter().filter(|offer| offer.since >= told.on);
    offers.filter_map(|offer| offer.until).max().filter(|_| request.notices.first() == Some(told))
}

#[cfg(test)]
mod tests {
    use shared::request::{Ground, NoticeKind, OfferedGround};

    use super::super::clock::tests::{day, request};
    use super::super::story::tests::notice;
    use super::*;

    #[test]
    fn a_letter_keeps_its_place() {
        let mut told = RequestView {
            notices: vec![notice(NoticeKind::Refuse, "2026-06-12", None)],
            offers: vec![OfferedGround {
                ground: Ground::Refused,
                since: day("2026-06-12"),
                until: Some(day("2026-07-27")),
            }],
            ..request()
        };
        let on = |told: &RequestView, place| of_place(told, place).map(|notice| notice.on);
        assert_eq!(on(&told, 1), Some(day("2026-06-12")));
        assert_eq!(on(&told, 0), None);
        assert_eq!(on(&told, 2), None);
        assert_eq!(objection_until(&told, &told.notices[0]), Some(day("2026-07-27")));
        told.notices.insert(0, notice(NoticeKind::Grant, "2026-06-22", None));
        assert_eq!(on(&told, 1), Some(day("2026-06-12")));
        assert_eq!(on(&told, 2), Some(day("2026-06-22")));
        assert_eq!(objection_until(&told, &told.notices[0]), None, "the ground is older");
        assert_eq!(objection_until(&told, &told.notices[1]), None, "it stands no longer");
    }
}
