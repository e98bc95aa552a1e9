use shared::api::{ChangeBreach, IF_MATCH};
use shared::lang::{Lang, fill};
use shared::protection::{Breach, BreachChange, ProtectionBoard};

use super::breach_form::breach_form;
use crate::platform::device::copy;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{moment, use_lang};
use crate::platform::net::{Call, Load, call};
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::sending::Sending;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Button, button, focus_on, plain_button};

/// Whose form is open: a new one's, or that of a number.
pub type Open = RwSignal<Option<Option<i64>>>;

/// All breaches, and entering one.
pub fn breaches(board: Load<ProtectionBoard>, open: Open) -> Tag {
    let texts = use_lang().protection();
    let new = move || -> Part {
        if open.get() == Some(None) {
            return breach_form(board, open, None).into();
        }
        plain_button(Button::Main, texts.add, move || {
            open.set(Some(None));
            focus_on(".breach-form input");
        })
        .into()
    };
    let rows = move || -> Part {
        let (now, all) = board
            .value
            .with(|board| board.as_ref().map(|board| (board.now, board.breaches.clone())))
            .unwrap_or_default();
        if all.is_empty() {
            return tag("p").with(texts.no_breaches).into();
        }
        let rows: Vec<_> = all.into_iter().map(|one| row(board, open, now, one)).collect();
        tag("ul").class("rows").with(rows).into()
    };
    tag("section")
        .class("panel")
        .with(tag("h2").id("breaches").attr("tabindex", "-1").with(texts.breaches))
        .with(tag("p").with(texts.breaches_lead))
        .live(new)
        .live(rows)
}

fn row(board: Load<ProtectionBoard>, open: Open, now: i64, one: Breach) -> Tag {
    let lang = use_lang();
    let id = one.id;
    tag("li").class("row row-tall").live(move || -> Part {
        if open.get() == Some(Some(id)) {
            return breach_form(board, open, Some(one.clone())).into();
        }
        [Part::from(words(lang, now, &one)), ways(board, open, &one).into()].into()
    })
}

fn words(lang: Lang, now: i64, one: &Breach) -> Tag {
    let texts = lang.protection();
    let meta = use_meta();
    let at = |time: i64| moment(lang, time, meta.instance.utc_offset_minutes);
    let (text, time) = match one.told_at {
        Some(told) => (texts.told, told),
        None if now > one.due_at => (texts.late, one.due_at),
        None => (texts.due, one.due_at),
    };
    let clock = fill(text, &[("moment", &at(time))]);
    let office = [meta.instance.office.as_str(), ", ", &meta.instance.province].concat();
    let letter = lang.breach_notice(&one.account, &office, &at(one.found_at));
    let text = letter.clone();
    let on_copy = move || {
        let text = text.clone();
        spawn(async move {
            copy(&text).await;
        });
    };
    tag("div")
        .class("row-words")
        .with(tag("span").class("row-name").with(at(one.found_at)))
        .with(tag("span").class("badge").with(clock))
        .with(tag("p").with(one.account.data.as_str()))
        .with(
            tag("details")
                .with(tag("summary").with(texts.notice_heading))
                .with(tag("p").class("story-text").with(letter))
                .with(plain_button(Button::Quiet, texts.copy, on_copy)),
        )
}

fn ways(board: Load<ProtectionBoard>, open: Open, one: &Breach) -> Tag {
    let lang = use_lang();
    let texts = lang.protection();
    let sending = Sending::idle();
    let (id, version) = (one.id, one.version);
    let change = BreachChange { account: one.account.clone(), told: true };
    let tell = move || {
        let change = change.clone();
        let answer = async move {
            let (id, version) = (id.to_string(), version.to_string());
            let headers = [(IF_MATCH, version.as_str())];
            call::<ChangeBreach>(Call { path: &[&id], headers: &headers, ..Call::default() }, &change).await
        };
        sending.run(answer, move |now| board.value.set(Some(now)), move || board.again());
    };
    let tell = one.told_at.is_none().then(|| button(Button::Quiet, texts.tell, sending.busy, tell));
    let edit = plain_button(Button::Quiet, lang.answers().change, move || {
        open.set(Some(Some(id)));
        focus_on(".breach-form textarea");
    });
    tag("div").class("row-ways").with(sending.failed()).with(tell).with(edit)
}
