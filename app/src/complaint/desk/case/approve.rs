//! An answer that waits for the responsible officer: everyone of the desk reads it, the officer decides.

use shared::access::CaseAction;
use shared::api::ApproveCase;
use shared::complaint::desk::{Approval, NewApproval};
use shared::lang::fill;
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::content::case_files;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::words::Text;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::{day_long, day_short, use_lang};
use crate::platform::reactive::RwSignal;
use crate::platform::ui::{Choice, Field, choices, text_area};

/// The answer as it would go to the reporter.
pub fn waiting_answer(case: DeskCase) -> Part {
    let lang = use_lang();
    let texts = lang.answers();
    let waiting = case.of(|view| view.waiting_answer.clone());
    Part::live(move || {
        let waiting = waiting.get()?;
        let by = fill(texts.written_by, &[("name", &waiting.by), ("day", &day_long(lang, waiting.on))]);
        let promised = waiting.promised_on.map(|day| day_short(lang, day));
        let brings = lang.brings(waiting.outcome, promised.as_deref());
        Some(
            tag("section")
                .class("panel panel-asks")
                .with(tag("h2").with(texts.waiting))
                .with(tag("p").class("fine").with(by))
                .with(brings.map(|brings| tag("p").with(brings)))
                .with(tag("p").class("story-text").with(waiting.text))
                .with(case_files(case, waiting.files)),
        )
    })
}

/// Releasing it, or sending it back with a reason.
pub fn approve(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.answers();
    let command = DeskCommand::new(case);
    let text = Text::new(command);
    let approval = RwSignal::new(Approval::Released.to_string());
    let options = [(Approval::Released, texts.release_hint), (Approval::SentBack, texts.send_back_hint)];
    let options = options.map(|(one, hint)| Choice {
        value: one.to_string(),
        label: lang.approval(one).to_owned(),
        hint: Some(hint),
    });
    let goes_back = move || approval.with(|word| word == Approval::SentBack.as_str());
    let why = Field::new("text", texts.send_back_why).hint(texts.send_back_why_hint).problem(text.problem());
    let fields: [Part; 2] = [
        choices(Field::new("approval", texts.decision), options.to_vec(), approval).into(),
        Part::live(move || goes_back().then(|| text_area(why, MESSAGE_MAX, text.text))),
    ];
    action_form(case, CaseAction::Approve, command, fields, move || {
        let Ok(approval) = approval.with_untracked(|word| word.parse()) else { return };
        let text = if approval == Approval::SentBack {
            let Some(text) = text.checked() else { return };
            Some(text)
        } else {
            None
        };
        command.send::<ApproveCase>(async move { Ok(NewApproval { approval, text }) });
    })
}
