use shared::problem::FieldProblem;

use super::draft::Draft;
use super::form::Form;
use super::step::Step;
use super::{class, place, protection, what};
use crate::complaint::attachments::attachments;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::reactive::Signal;
use crate::platform::settings::{sector_name, use_meta};
use crate::platform::ui::{Field, select_field};

/// The whole form on one page, for those who fill it in all day.
pub fn whole_form(draft: Draft) -> Vec<Tag> {
    let lang = use_lang();
    let texts = lang.entering();
    let form = Form::new(draft, use_meta());
    let sectors: Vec<_> = use_meta()
        .sectors
        .iter()
        .filter(|sector| !sector.retired)
        .map(|sector| (sector.key.clone(), sector_name(lang, &sector.key)))
        .collect();
    let sector = Field::new("sector", texts.sector).problem(form.problem("sector"));
    let sector = select_field(
        sector,
        texts.sector_unknown,
        Signal::stored(sectors),
        form.bound("sector", draft.sector),
    );
    let files = Field::new("files", lang.filing().files)
        .hint(lang.filing().files_hint)
        .optional()
        .problem(form.problem("files"));
    // The day is asked for where something has happened, which the class says.
    let what = Part::live(move || {
        draft.has_day();
        what::fields(form)
    });
    vec![
        section(texts.what, [class::cards(form), what, sector.into()].into()),
        section(texts.place, [place::regions(form), place::words(form)].into()),
        section(texts.files, attachments(files, draft.attachments, move || draft.changed("files")).into()),
        section(texts.protection, protection::fields(form)),
    ]
}

fn section(name: &'static str, fields: Part) -> Tag {
    tag("section").class("panel form").with(tag("h2").with(name)).with(fields)
}

impl Draft {
    /// What is wrong with it; shown from now on.
    pub fn blame(self, meta: &shared::instance::Meta) -> Vec<FieldProblem> {
        for step in Step::ALL {
            self.touch_step(step);
        }
        leptos::prelude::untrack(|| self.problems(meta))
    }

    /// Shows what the server found wrong with it, whose fields' names begin with `within`.
    pub fn refuse(self, problems: &[FieldProblem], within: &str) {
        let own = problems.iter().filter_map(|one| {
            let field = one.field.strip_prefix(within)?;
            Some(FieldProblem { field: field.to_owned(), ..one.clone() })
        });
        self.refused.set(own.collect());
    }

    /// Sends its files; their ids, in their order.
    pub async fn send_files(self) -> Option<Vec<String>> {
        self.attachments.send_all().await
    }

    /// What would be sent.
    pub fn filing_untracked(self) -> shared::complaint::Filing {
        leptos::prelude::untrack(|| self.filing())
    }
}
