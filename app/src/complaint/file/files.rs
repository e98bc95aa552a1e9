use leptos::prelude::*;

use super::form::Form;
use crate::complaint::attachments::attachments;
use crate::platform::lang::use_lang;
use crate::platform::ui::Field;

/// Photos and documents.
pub fn fields(form: Form) -> AnyView {
    let texts = use_lang().filing();
    let field =
        Field::new("files", texts.files).hint(texts.files_hint).optional().problem(form.problem("files"));
    view! {
        <p class="lead">{texts.files_lead}</p>
        {attachments(field, form.draft.attachments)}
    }
    .into_any()
}
