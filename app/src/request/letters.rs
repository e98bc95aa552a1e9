use shared::lang::{Lang, fill};
use shared::request::{DeskRequest, NoticeView, RequestStage};

use super::address;
use super::asked::facts;
use super::cost::written_cost;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_long;

/// What was told in writing, the latest first, each with the way to it as a letter.
pub fn letters(lang: Lang, view: &DeskRequest) -> Part {
    let texts = lang.requesting();
    let request = &view.request;
    let place = tag("section").class("panel").with(tag("h2").with(texts.letters));
    if request.notices.is_empty() {
        return place.with(tag("p").class("fine").with(texts.no_letters)).into();
    }
    let count = request.notices.len();
    let one = |(at, notice): (usize, &NoticeView)| {
        // While it is answered anew none of them stands; then the newest does.
        let is_past = at > 0 || request.stage == RequestStage::Reopened;
        let past = is_past.then(|| tag("p").class("fine").with(texts.stands_no_more));
        let link = tag("a")
            .attr("href", address::of_letter(&request.number, count - at))
            .with(fill(texts.letter, &[("number", &notice.letter_number)]));
        tag("article")
            .class("request-letter")
            .with(tag("h3").with(lang.notice_kind(notice.kind)))
            .with(past)
            .with(said(lang, notice))
            .with(tag("p").with(link))
    };
    place.with(request.notices.iter().enumerate().map(one).collect::<Vec<_>>()).into()
}

/// What a letter says.
pub fn said(lang: Lang, notice: &NoticeView) -> Tag {
    let texts = lang.request();
    let delivery = notice.delivery.as_ref().map(|delivery| {
        let cost = (delivery.cost > 0).then(|| written_cost(lang, delivery.cost));
        let parts = [Some(day_long(lang, delivery.on)), Some(lang.send_by(delivery.send).to_owned()), cost];
        let parts: Vec<String> = parts.into_iter().flatten().chain(delivery.text.clone()).collect();
        parts.join(" · ")
    });
    facts([
        (texts.letter_number, Some(notice.letter_number.clone())),
        (texts.day, Some(day_long(lang, notice.on))),
        (texts.holder, notice.holder.clone()),
        (texts.article, notice.article.clone()),
        (texts.test, notice.consequence_test.clone()),
        (texts.parts, notice.parts_withheld.clone()),
        (texts.form, notice.form.map(|form| lang.obtain(form).to_owned())),
        (texts.cost, notice.form.map(|_| written_cost(lang, notice.cost))),
        (texts.words, notice.text.clone()),
        (texts.delivered, delivery),
        (texts.signed, Some(notice.official.clone())),
    ])
}
