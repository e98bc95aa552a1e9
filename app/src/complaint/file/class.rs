use shared::complaint::Class;

use super::form::Form;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Choice, Field, choices};

/// The class, with what the form is.
pub fn fields(form: Form) -> Part {
    [tag("p").class("lead").with(use_lang().filing().class_lead).into(), cards(form)].into()
}

/// The class, as three cards.
pub fn cards(form: Form) -> Part {
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
    choices(field, options, form.bound("class", form.draft.class)).into()
}
