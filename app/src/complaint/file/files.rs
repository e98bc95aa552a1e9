use super::form::Form;
use crate::complaint::attachments::attachments;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::Field;

/// Photos and documents.
pub fn fields(form: Form) -> Part {
    let texts = use_lang().filing();
    let draft = form.draft;
    let field =
        Field::new("files", texts.files).hint(texts.files_hint).optional().problem(form.problem("files"));
    [
        tag("p").class("lead").with(texts.files_lead),
        attachments(field, draft.attachments, move || draft.changed("files")),
    ]
    .into()
}
