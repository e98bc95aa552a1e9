//! Under which id a case stands in LAPOR!.

use shared::access::CaseAction;
use shared::api::LinkCase;
use shared::complaint::desk::NewLaporId;

use super::command::DeskCommand;
use super::desk_case::DeskCase;
use super::form::action_form;
use crate::platform::dom::{Part, Tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::RwSignal;
use crate::platform::ui::{Field, TextKind, text_field};

/// Its form. Left empty, it takes an id back.
pub fn link(case: DeskCase) -> Tag {
    let texts = use_lang().entering();
    let command = DeskCommand::new(case);
    let id = RwSignal::new(case.now(|view| view.lapor_id.clone()).flatten().unwrap_or_default());
    let field = Field::new("lapor-id", texts.lapor_id)
        .hint(texts.lapor_id_hint)
        .optional()
        .problem(command.problem("id"));
    let fields: Part = text_field(field, TextKind::Code, id).into();
    action_form(case, CaseAction::Link, command, fields, move || {
        let id = Some(id.get_untracked()).filter(|id| !id.trim().is_empty());
        command.send::<LinkCase>(async move { Ok(NewLaporId { id }) });
    })
}
