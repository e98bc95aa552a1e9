use shared::calendar::Day;
use shared::lang::Lang;
use shared::request::{DecisionOutcome, DeskRequest, Ground, NoticeKind, RequestView};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::day_short;

/// What happened to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Happened {
    Received,
    Extended(String),
    Told(NoticeKind, String),
    Delivered,
    Objected(Ground),
    Decided(DecisionOutcome, String),
}

/// What happened, newest first.
pub fn story(lang: Lang, view: &DeskRequest) -> Part {
    let lines: Vec<_> = happened(&view.request).into_iter().rev().map(|one| line(lang, one)).collect();
    tag("section")
        .class("panel")
        .with(tag("h2").with(lang.requesting().story))
        .with(tag("ol").class("story").with(lines))
        .into()
}

fn line(lang: Lang, (on, what): (Day, Happened)) -> Tag {
    let texts = lang.requesting();
    let (name, words) = match what {
        Happened::Received => (texts.received, None),
        Happened::Extended(reason) => (texts.extended, Some(reason)),
        Happened::Told(kind, number) => (lang.notice_kind(kind), Some(number)),
        Happened::Delivered => (texts.delivered, None),
        Happened::Objected(ground) => (texts.objection, Some(lang.ground(ground).to_owned())),
        Happened::Decided(outcome, number) => (lang.decision_outcome(outcome), Some(number)),
    };
    let head = tag("p")
        .class("story-head")
        .with(tag("span").class("story-kind").with(name))
        .with(tag("time").class("story-on").attr("datetime", on.to_string()).with(day_short(lang, on)));
    tag("li")
        .class("story-line")
        .with(head)
        .with(words.map(|words| tag("p").class("fine story-words").with(words)))
}

/// All that happened, oldest first; what happened on one day in the order in which the law has it.
fn happened(request: &RequestView) -> Vec<(Day, Happened)> {
    let mut all = vec![(request.received_on, Happened::Received)];
    if let Some(extension) = &request.extension {
        all.push((extension.on, Happened::Extended(extension.reason.clone())));
    }
    for notice in request.notices.iter().rev() {
        all.push((notice.on, Happened::Told(notice.kind, notice.letter_number.clone())));
        if let Some(delivery) = &notice.delivery {
            all.push((delivery.on, Happened::Delivered));
        }
    }
    for objection in request.objections.iter().rev() {
        all.push((objection.filed_on, Happened::Objected(objection.ground)));
        if let Some(decision) = &objection.decision {
            all.push((decision.on, Happened::Decided(decision.outcome, decision.letter_number.clone())));
        }
    }
    all.sort_by_key(|(on, _)| *on);
    all
}

#[cfg(test)]
pub mod tests {
    use shared::request::{DeliveryView, NoticeView, SendBy};

    use super::super::clock::tests::{day, objection, request};
    use super::*;

    pub fn notice(kind: NoticeKind, on: &str, delivered: Option<&str>) -> NoticeView {
        NoticeView {
            kind,
            on: day(on),
            letter_number: on.into(),
            official: "PPID".into(),
            holder: None,
            article: None,
            consequence_test: None,
            parts_withheld: None,
            form: None,
            cost: 0,
            text: None,
            delivery: delivered.map(|on| DeliveryView {
                send: SendBy::PickUp,
                on: day(on),
                cost: 0,
                text: None,
            }),
        }
    }

    #[test]
    fn what_happened_is_told_in_its_order() {
        let told = RequestView {
            notices: vec![
                notice(NoticeKind::Grant, "2026-06-22", Some("2026-06-24")),
                notice(NoticeKind::Refuse, "2026-06-12", None),
            ],
            objections: vec![objection(Some((DecisionOutcome::Upheld, "2026-06-18", Some("2026-06-25"))))],
            ..request()
        };
        let expected = [
            ("2026-06-10", Happened::Received),
            ("2026-06-12", Happened::Told(NoticeKind::Refuse, "2026-06-12".into())),
            ("2026-06-15", Happened::Objected(Ground::Refused)),
            ("2026-06-18", Happened::Decided(DecisionOutcome::Upheld, "K-1".into())),
            ("2026-06-22", Happened::Told(NoticeKind::Grant, "2026-06-22".into())),
            ("2026-06-24", Happened::Delivered),
        ];
        assert_eq!(happened(&told), expected.map(|(on, what)| (day(on), what)));
    }
}
