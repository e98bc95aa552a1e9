use shared::api::{AcceptAnswer, RefuseAnswer};
use shared::complaint::{EntryKind, NewRefusal, Rating};
use shared::text::{MESSAGE_MAX, Message};

use super::case::Case;
use super::command::Command;
use super::story::last_words;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, use_lang};
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Button, Choice, Field, button, choices, focus_on, text_area};

const STARS: u8 = 5;

/// Whether an answer settles the complaint: two ways, of which one is chosen before anything is asked.
pub fn judge(case: Case) -> Tag {
    let lang = use_lang();
    let texts = lang.tracking();
    let verdict = RwSignal::new(String::new());
    let until = move || {
        case.view.value.with(|view| {
            let until = view.as_ref().and_then(|view| view.own.as_ref()).and_then(|own| own.reply_until);
            until.map(|until| tag("p").class("hint").with(lang.reply_until(&day_long(lang, until))))
        })
    };
    let options = vec![
        Choice { value: "accept".to_owned(), label: texts.accept.to_owned(), hint: Some(texts.accept_hint) },
        Choice { value: "refuse".to_owned(), label: texts.refuse.to_owned(), hint: Some(texts.refuse_hint) },
    ];
    let next = move || {
        verdict.with(|verdict| match verdict.as_str() {
            "accept" => accept(case),
            "refuse" => refuse(case),
            _ => Part::Nothing,
        })
    };
    let form = tag("div")
        .class("form")
        .with(choices(Field::new("verdict", texts.judge), options, verdict))
        .live(until)
        .live(next);
    tag("section").class("panel panel-asks no-print").with(last_words(case, EntryKind::Answered)).with(form)
}

fn accept(case: Case) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let stars = RwSignal::new(String::new());
    let words = RwSignal::new(String::new());
    let command = Command::new();
    let options =
        (1..=STARS).map(|count| Choice { value: count.to_string(), label: lang.stars(count), hint: None });
    let field =
        Field::new("words", texts.words).optional().problem(Signal::derive(move || command.problem("words")));
    let send = move || {
        let given = words.with_untracked(|words| words.trim().to_owned());
        let body = Rating {
            stars: stars.with_untracked(|stars| stars.parse().ok()),
            words: (!given.is_empty()).then_some(given),
        };
        command.run(case, case.post::<AcceptAnswer>(body), || focus_on("h1"));
    };
    let stars = choices(Field::new("stars", texts.stars), options.collect(), stars);
    let parts: [Part; 4] = [
        tag("div").class("choices-inline").with(stars).into(),
        text_area(field, MESSAGE_MAX, words).into(),
        command.failed(lang),
        ways(texts.send_accept, command, send),
    ];
    parts.into()
}

fn refuse(case: Case) -> Part {
    let lang = use_lang();
    let texts = lang.tracking();
    let reason = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let command = Command::new();
    let field = Field::new("reason", texts.refuse_reason).problem(Signal::derive(move || {
        let own = reason.with(|reason| Message::parse(reason).err());
        attempted.get().then_some(own).flatten().or_else(|| command.problem("reason"))
    }));
    let send = move || {
        if reason.with_untracked(|reason| Message::parse(reason).is_err()) {
            attempted.set(true);
            focus_on("#reason");
            return;
        }
        let body = NewRefusal { reason: reason.get_untracked() };
        command.run(case, case.post::<RefuseAnswer>(body), || focus_on("h1"));
    };
    let parts: [Part; 3] = [
        text_area(field, MESSAGE_MAX, reason).into(),
        command.failed(lang),
        ways(texts.send_refuse, command, send),
    ];
    parts.into()
}

fn ways(label: &'static str, command: Command, send: impl Fn() + 'static) -> Part {
    tag("div").class("form-ways").with(button(Button::Main, label, command.busy, send)).into()
}
