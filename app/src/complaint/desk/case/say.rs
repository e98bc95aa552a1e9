//! Actions that need words.

use shared::access::CaseAction;
use shared::api::{
    ArchiveCase, AskReporter, Endpoint, NoteOnCase, PostponeCase, ReturnCase, SealCase, TurnIntoRequest,
};
use shared::complaint::ArchiveReason;
use shared::complaint::desk::{CaseView, NewArchiving, NewReason};
use shared::text::MESSAGE_MAX;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use super::words::Text;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::{RwSignal, Signal};
use crate::platform::ui::{Field, Tone, notice, select_field, text_area};

/// The form of an action that needs nothing but words.
pub fn say(case: DeskCase, action: CaseAction) -> Tag {
    let texts = use_lang().desk();
    match action {
        CaseAction::Postpone => {
            words::<PostponeCase>(case, action, Field::new("text", texts.question).hint(texts.question_hint))
        }
        CaseAction::ToRequest => {
            let field = Field::new("text", texts.message).hint(texts.request_hint);
            words::<TurnIntoRequest>(case, action, field)
        }
        CaseAction::Ask => {
            words::<AskReporter>(case, action, Field::new("text", texts.message).hint(texts.question_hint))
        }
        CaseAction::Return => {
            words::<ReturnCase>(case, action, Field::new("text", texts.reason).hint(texts.reason_office))
        }
        CaseAction::Seal => {
            words::<SealCase>(case, action, Field::new("text", texts.reason).hint(texts.reason_office))
        }
        _ => words::<NoteOnCase>(case, action, Field::new("text", texts.note).hint(texts.note_hint)),
    }
}

fn words<E>(case: DeskCase, action: CaseAction, field: Field) -> Tag
where
    E: Endpoint<Request = NewReason, Response = CaseView> + 'static,
{
    let command = DeskCommand::new(case);
    let text = Text::new(command);
    let warning = (action == CaseAction::Seal)
        .then(|| notice(Tone::Warning, tag("p").with(use_lang().desk().seal_warning)));
    let fields: [Part; 2] =
        [warning.into(), text_area(field.problem(text.problem()), MESSAGE_MAX, text.text).into()];
    action_form(case, action, command, fields, move || {
        if let Some(text) = text.checked() {
            command.send::<E>(async move { Ok(NewReason { text }) });
        }
    })
}

/// Archiving: a cause and a reason that the reporter reads.
pub fn archive(case: DeskCase) -> Tag {
    let lang = use_lang();
    let texts = lang.desk();
    let command = DeskCommand::new(case);
    let text = Text::new(command);
    let cause = RwSignal::new(ArchiveReason::OutsideJurisdiction.to_string());
    let causes = [ArchiveReason::OutsideJurisdiction, ArchiveReason::Other];
    let causes = causes.map(|cause| (cause.to_string(), lang.archiving(cause).to_owned())).to_vec();
    let why = Field::new("cause", texts.why).problem(command.problem("reason"));
    let reason = Field::new("text", texts.reason).hint(texts.reason_reporter).problem(text.problem());
    let fields: [Part; 2] = [
        select_field(why, texts.pick, Signal::stored(causes), cause).into(),
        text_area(reason, MESSAGE_MAX, text.text).into(),
    ];
    action_form(case, CaseAction::Archive, command, fields, move || {
        let Some(text) = text.checked() else { return };
        let reason = cause.with_untracked(|cause| cause.parse()).unwrap_or(ArchiveReason::Other);
        command.send::<ArchiveCase>(async move { Ok(NewArchiving { reason, text }) });
    })
}
