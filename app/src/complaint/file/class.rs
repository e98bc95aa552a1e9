use shared::complaint::Class;

use super::form::Form;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::ui::{Choice, Field, choices};

/// The class, as three cards.
pub fn fields(form: Form) -> Part {
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
    let cards = choices(field, options, form.bound("class", form.draft.class));
    [tag("p").class("lead").with(texts.class_lead).into(), Part::View(cards)].into()
}
