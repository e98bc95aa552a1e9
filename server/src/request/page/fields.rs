use shared::lang::Lang;
use shared::problem::FieldProblem;

use crate::platform::pages::form::Field;

/// The fields as problems name them, in their order: each with its element's id.
pub(super) const FIELDS: [(&str, &str); 12] = [
    ("applicant.kind", "kind"),
    ("applicant.name", "name"),
    ("applicant.identity_number", "identity-number"),
    ("applicant.deed", "deed"),
    ("document", "document"),
    ("applicant.address", "address"),
    ("applicant.phone", "phone"),
    ("applicant.email", "email"),
    ("what", "what"),
    ("purpose", "purpose"),
    ("obtain", "obtain"),
    ("send", "send"),
];

/// A field's label.
pub(super) fn label(lang: Lang, name: &str) -> &'static str {
    let texts = lang.request();
    match name {
        "applicant.kind" => texts.kind,
        "applicant.name" => texts.name,
        "applicant.identity_number" => texts.identity_number,
        "applicant.deed" => texts.deed,
        "document" => texts.document,
        "applicant.address" => texts.address,
        "applicant.phone" => texts.phone,
        "applicant.email" => texts.email,
        "what" => texts.what,
        "purpose" => texts.purpose,
        "obtain" => texts.obtain,
        "send" => texts.send,
        "ground" => texts.ground,
        _ => texts.object_text,
    }
}

/// What is wrong with a field, in sentences.
pub(super) fn sentences(lang: Lang, problems: &[FieldProblem], name: &str) -> Vec<String> {
    let own = problems.iter().filter(|problem| problem.field == name);
    own.map(|problem| lang.problem(problem.problem)).collect()
}

/// A field with its label and what is wrong with it.
pub(super) fn field<'a>(lang: Lang, (name, id): (&'a str, &'a str), problems: &[FieldProblem]) -> Field<'a> {
    Field::new(lang, name, label(lang, name)).id(id).problems(sentences(lang, problems, name))
}

/// What needs another look, each line with the element it leads to.
pub(super) fn lines<'a>(
    lang: Lang,
    fields: &[(&'a str, &'a str)],
    problems: &[FieldProblem],
) -> Vec<(&'a str, &'a str, String)> {
    let all = fields.iter().flat_map(|(name, id)| {
        let sentences = sentences(lang, problems, name).into_iter();
        sentences.map(move |sentence| (*id, label(lang, name), sentence))
    });
    all.collect()
}
