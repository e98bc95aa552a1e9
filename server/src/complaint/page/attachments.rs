//! Files: a picker, those that an earlier sending has brought, and what is wrong with them.

use maud::{Markup, html};
use shared::lang::Lang;
use shared::problem::FieldProblem;

use super::sent::{KEPT, Kept};
use crate::platform::pages::form::{Field, hint_line, problem_line};

const ACCEPTED: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The picker, and the files that are here already: unticked, they are left out.
pub(super) fn picker(field: &Field<'_>, kept: &[Kept]) -> Markup {
    let lang = field.lang;
    html! {
        fieldset class=(field.class("field")) {
            legend class="label" {
                label for=(field.id) { (field.label) }
                " " span class="optional" { (lang.shell().optional) }
            }
            (hint_line(field))
            @if !kept.is_empty() {
                p class="hint hint-kept" { (lang.filing().files_kept) }
                ul class="attachments" { @for file in kept { (row(lang, file)) } }
            }
            input id=(field.id) class="input input-files" type="file" name=(field.name) accept=(ACCEPTED) multiple
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
            (problem_line(field))
        }
    }
}

fn row(lang: Lang, file: &Kept) -> Markup {
    let id = [KEPT, "-", &file.id].concat();
    html! {
        li class="attachment attachment-ready attachment-tick" {
            input id=(id) class="card-input" type="checkbox" name=(KEPT) value=(file.id) checked;
            label class="attachment-words" for=(id) {
                span class="attachment-name" { (file.name) }
                " " span class="attachment-state" { (lang.file_size(file.size)) }
            }
        }
    }
}

/// Sentences about files: each refused one is named, since it must be chosen again.
pub(super) fn sentences<'a>(
    lang: Lang,
    problems: impl Iterator<Item = &'a FieldProblem>,
    refused: &[&str],
) -> Vec<String> {
    let mut names = refused.iter();
    let own = problems.filter(|problem| problem.field.split('.').next() == Some("files"));
    own.map(|problem| {
        let sentence = lang.problem(problem.problem);
        match names.next().filter(|_| problem.field == "files") {
            Some(name) => [name, ": ", &sentence].concat(),
            None => sentence,
        }
    })
    .collect()
}
