use super::form::Form;
use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::settings::use_meta;
use crate::platform::ui::{Choice, Field, TextKind, choices, switch, text_field};

/// Who may see what: the question about officials, the two switches, and the identity for those who give one.
pub fn fields(form: Form) -> Part {
    let texts = use_lang().filing();
    let draft = form.draft;
    let officials = Field::new("officials", texts.officials)
        .hint(texts.officials_hint)
        .problem(form.problem("about_officials"));
    let answers = vec![
        Choice {
            value: "yes".to_owned(),
            label: texts.officials_yes.to_owned(),
            hint: Some(texts.officials_yes_hint),
        },
        Choice { value: "no".to_owned(), label: texts.officials_no.to_owned(), hint: None },
    ];
    let name = Field::new("name", texts.name).optional().problem(form.problem("reporter.name"));
    let phone = Field::new("phone", texts.phone).optional().problem(form.problem("reporter.phone"));
    let email = Field::new("email", texts.email).optional().problem(form.problem("reporter.email"));
    let switches = tag("div")
        .class("switches")
        .with(switch("anonymous", texts.anonymous, texts.anonymous_hint, draft.anonymous))
        .with(switch("confidential", texts.confidential, texts.confidential_hint, draft.confidential));
    let identity = tag("fieldset")
        .class("group")
        .with(tag("legend").class("legend").with(texts.identity))
        .with(tag("p").class("hint").with(texts.identity_lead))
        .with(tag("p").class("hint").with(use_lang().kept_for(use_meta().retention)))
        .with(text_field(name, TextKind::Name, form.bound("reporter.name", draft.name)))
        .with(text_field(phone, TextKind::Phone, form.bound("reporter.phone", draft.phone)))
        .with(text_field(email, TextKind::Email, form.bound("reporter.email", draft.email)));
    let question = choices(officials, answers, form.bound("about_officials", draft.officials));
    let parts: [Part; 3] = [question.into(), switches.into(), identity.into()];
    parts.into()
}
