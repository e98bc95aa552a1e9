use super::form::Form;
use super::kept::save;
use crate::complaint::attachments::attachments;
use crate::platform::device::use_outbox;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::Field;

/// Photos and documents.
pub fn fields(form: Form) -> Part {
    let texts = use_lang().filing();
    let draft = form.draft;
    let field =
        Field::new("files", texts.files).hint(texts.files_hint).optional().problem(form.problem("files"));
    let outbox = use_outbox();
    let changed = move || {
        draft.changed("files");
        // At once: a photo whose faces were covered must not lie uncovered on the phone.
        save(draft, outbox);
    };
    [tag("p").class("lead").with(texts.files_lead), attachments(field, draft.attachments, changed)].into()
}
