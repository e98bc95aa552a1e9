use leptos::prelude::*;
use shared::complaint::Class;

use super::form::Form;
use crate::platform::lang::use_lang;
use crate::platform::ui::{Choice, Field, choices};

/// The class, as three cards.
pub fn fields(form: Form) -> AnyView {
    let lang = use_lang();
    let texts = lang.filing();
    let field = Field::new("class", texts.class).problem(form.problem("class"));
    let options = Class::ALL
        .iter()
        .map(|class| Choice {
            value: class.as_str().to_owned(),
            label: lang.class(*class).to_owned(),
            hint: Some(texts.class_explained(*class)),
        })
        .collect();
    view! {
        <p class="lead">{texts.class_lead}</p>
        {choices(field, options, form.bound("class", form.draft.class))}
    }
    .into_any()
}
