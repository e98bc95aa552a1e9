use shared::api::{EraseComplaint, EraseRequest};
use shared::complaint::TrackingCode;
use shared::complaint::desk::{Erased, NewErasure};
use shared::lang::fill;
use shared::problem::{FieldProblem, Problem};
use shared::request::RequestNumber;
use shared::text::{MESSAGE_MAX, Message};

use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, call};
use crate::platform::reactive::RwSignal;
use crate::platform::sending::Sending;
use crate::platform::ui::{
    Button, Field, TextKind, Tone, button, focus_on, notice, plain_button, text_area, text_field,
};

/// Erasing a complaint on a rightful request, which asks once more.
pub fn erasing() -> Tag {
    let texts = use_lang().protection();
    let sending = Sending::idle();
    let (code, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let asked = RwSignal::new(None::<String>);
    let told = RwSignal::new(None::<(Tone, String)>);
    let code_field = Field::new("erase-code", texts.code).problem(sending.problem("code"));
    let reason_field =
        Field::new("erase-reason", texts.right).hint(texts.right_hint).problem(sending.problem("reason"));
    let ask = move || {
        told.set(None);
        let read = code.with_untracked(|code| shown(code));
        let why = reason.with_untracked(|reason| Message::parse(reason));
        match (read, why) {
            (Ok(code), Ok(_)) => {
                asked.set(Some(code));
                focus_on(".erasing .button-danger");
            }
            (code, why) => {
                let problems = [code.err().map(|one| ("code", one)), why.err().map(|one| ("reason", one))];
                let problems = problems.into_iter().flatten();
                sending
                    .blame(problems.map(|(field, one)| FieldProblem::new(field, one)).collect(), ".erasing");
            }
        }
    };
    let erase = move || {
        let wanted = NewErasure { code: code.get_untracked(), reason: reason.get_untracked() };
        let answer = async move {
            if RequestNumber::parse(&wanted.code).is_ok() {
                return call::<EraseRequest>(Call::default(), &wanted).await;
            }
            call::<EraseComplaint>(Call::default(), &wanted).await
        };
        let done = move |erased: Erased| {
            asked.set(None);
            code.set(String::new());
            reason.set(String::new());
            told.set(Some((Tone::Good, fill(texts.erased, &[("code", &erased.code)]))));
            focus_on("#erasing");
        };
        let moved = move || {
            asked.set(None);
            told.set(Some((Tone::Warning, texts.not_ended.to_owned())));
        };
        sending.run(answer, done, moved);
    };
    let ways = move || -> Part {
        let Some(code) = asked.get() else {
            return plain_button(Button::Danger, texts.erase, ask).into();
        };
        let sure = tag("p").with(fill(texts.erase_sure, &[("code", &code)]));
        let parts: [Part; 3] = [
            sure.into(),
            button(Button::Danger, texts.erase, sending.busy, erase).into(),
            plain_button(Button::Quiet, use_lang().desk().cancel, move || asked.set(None)).into(),
        ];
        parts.into()
    };
    let said = move || told.get().map(|(tone, words)| notice(tone, tag("p").with(words)));
    tag("section")
        .class("panel form erasing")
        .with(tag("h2").id("erasing").attr("tabindex", "-1").with(texts.erasing))
        .with(tag("p").with(texts.erasing_lead))
        .live(said)
        .with(text_field(code_field, TextKind::Code, code))
        .with(text_area(reason_field, MESSAGE_MAX, reason))
        .with(sending.failed())
        .with(tag("div").class("form-ways").live(ways))
}

/// A number of the register or a tracking code as it is shown.
fn shown(typed: &str) -> Result<String, Problem> {
    match RequestNumber::parse(typed) {
        Ok(number) => Ok(number.to_string()),
        Err(_) => TrackingCode::parse(typed).map(|code| code.to_string()),
    }
}
