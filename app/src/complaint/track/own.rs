use leptos::prelude::*;
use shared::complaint::{OwnView, ReporterAction};

use super::case::Case;
use super::{judge, reply, story, withdraw};
use crate::platform::lang::{day_long, use_lang};

/// What waits for the reporter: something to complete, or an answer to judge.
pub fn asked(case: Case) -> AnyView {
    let may = actions(case);
    (move || {
        let may = may.get();
        if may.contains(&ReporterAction::Complete) {
            reply::complete(case)
        } else if may.contains(&ReporterAction::Accept) {
            judge::judge(case)
        } else {
            ().into_any()
        }
    })
    .into_any()
}

/// What else the reporter may do.
pub fn more(case: Case) -> AnyView {
    let may = actions(case);
    (move || {
        let may = may.get();
        view! {
            {may.contains(&ReporterAction::Message).then(|| reply::message(case))}
            {may.contains(&ReporterAction::Withdraw).then(|| withdraw::withdraw(case))}
        }
    })
    .into_any()
}

/// Followed apart from the rest, so that a form is not drawn anew, and emptied, by every piece of news.
fn actions(case: Case) -> Memo<Vec<ReporterAction>> {
    Memo::new(move |_| {
        case.view.value.with(|view| {
            let own = view.as_ref().and_then(|view| view.own.as_ref());
            own.map(|own| own.actions.clone()).unwrap_or_default()
        })
    })
}

/// The complaint as it was filed.
pub fn content(case: Case) -> AnyView {
    let own =
        Memo::new(move |_| case.view.value.with(|view| view.as_ref().and_then(|view| view.own.clone())));
    (move || own.get().map(|own| panel(case, own))).into_any()
}

fn panel(case: Case, own: OwnView) -> AnyView {
    let lang = use_lang();
    let texts = lang.tracking();
    let place = [own.region, own.place].into_iter().flatten().collect::<Vec<_>>().join(" · ");
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
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| {
        view! {
            <div class="review-row">
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <section class="panel">
            <p class="over">{texts.own}</p>
            <h2 class="own-title">{own.title}</h2>
            <p class="story-text">{own.content}</p>
            <dl class="review-rows">{facts.collect_view()}</dl>
            {story::files(case, own.files)}
        </section>
    }
    .into_any()
}
