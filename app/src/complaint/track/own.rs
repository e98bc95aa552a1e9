use shared::complaint::{OwnView, ReporterAction};
use shared::region::Point;

use super::case::Case;
use super::{judge, reply, story, turned, withdraw};
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{Memo, memo};

/// What waits for the reporter: something to complete, or an answer to judge.
pub fn asked(case: Case) -> Part {
    let (may, state) = (actions(case), state_of(case));
    Part::live(move || {
        let may = may.get();
        let (asks_request, request) = state.get();
        if let Some(number) = request {
            Some(turned::became(case, &number))
        } else if asks_request {
            Some(turned::asked(case))
        } else if may.contains(&ReporterAction::Complete) {
            Some(reply::complete(case))
        } else if may.contains(&ReporterAction::Accept) {
            Some(judge::judge(case))
        } else {
            None
        }
    })
}

/// What else the reporter may do.
pub fn more(case: Case) -> Part {
    let (may, state) = (actions(case), state_of(case));
    Part::live(move || {
        let may = may.get();
        let writes = may.contains(&ReporterAction::Message) || state.get().0;
        let message = writes.then(|| reply::message(case));
        let withdraw = may.contains(&ReporterAction::Withdraw).then(|| withdraw::withdraw(case));
        let parts: [Part; 2] = [message.into(), withdraw.into()];
        Part::from(parts)
    })
}

/// Followed apart from the rest, so that a form is not drawn anew, and emptied, by every piece of news.
fn actions(case: Case) -> Memo<Vec<ReporterAction>> {
    memo(move || {
        case.view.value.with(|view| {
            let own = view.as_ref().and_then(|view| view.own.as_ref());
            own.map(|own| own.actions.clone()).unwrap_or_default()
        })
    })
}

/// Whether it is to become a request for information, and the number of the one that it has become.
fn state_of(case: Case) -> Memo<(bool, Option<String>)> {
    memo(move || {
        case.view.value.with(|view| {
            let own = view.as_ref().and_then(|view| view.own.as_ref());
            own.map(|own| (own.asks_request, own.request.clone())).unwrap_or_default()
        })
    })
}

/// The complaint as it was filed.
pub fn content(case: Case) -> Part {
    let own = memo(move || case.view.value.with(|view| view.as_ref().and_then(|view| view.own.clone())));
    Part::live(move || own.get().map(|own| panel(case, own)))
}

fn panel(case: Case, own: OwnView) -> Tag {
    let lang = use_lang();
    let texts = lang.tracking();
    let point = own.point.map(Point::written);
    let place = [own.region, own.place, point].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let protection = [
        own.sealed.then_some(texts.sealed),
        own.identified.then_some(texts.identified),
        own.identified.then_some(if own.anonymous { texts.anonymous } else { texts.named }),
        own.confidential.then_some(texts.confidential),
    ];
    let protection = protection.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let facts = [
        (texts.event_date, own.event_date.map(|day| day_long(lang, day)).unwrap_or_default()),
        (texts.place, place),
        (texts.protection, protection),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(label, value)| {
        tag("div").class("review-row").with(tag("dt").with(label)).with(tag("dd").with(value))
    });
    let facts: Vec<_> = facts.collect();
    tag("section")
        .class("panel")
        .with(tag("p").class("over").with(texts.own))
        .with(tag("h2").class("own-title").with(own.title))
        .with(tag("p").class("story-text").with(own.content))
        .with(tag("dl").class("review-rows").with(facts))
        .with(story::files(case, own.files))
}
