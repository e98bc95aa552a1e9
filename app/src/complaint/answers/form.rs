use shared::api::{AddTemplate, ChangeTemplate, IF_MATCH, RemoveTemplate};
use shared::complaint::Outcome;
use shared::complaint::desk::template::{NewTemplate, Template};
use shared::problem::{ErrorCode, FieldProblem, Problem};
use shared::text::MESSAGE_MAX;

use super::templates::Shelf;
use crate::platform::dom::{Part, Tag, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::{Call, Failure, call};
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::session::{Session, use_session};
use crate::platform::settings::{sector_name, use_meta};
use crate::platform::ui::{
    Button, Field, TextKind, Tone, button, focus_on, notice, plain_button, select_field, text_area,
    text_field,
};

/// What is typed, and what became of it.
#[derive(Clone, Copy)]
struct Sheet {
    shelf: Shelf,
    session: Session,
    name: RwSignal<String>,
    sector: RwSignal<String>,
    outcome: RwSignal<String>,
    text: RwSignal<String>,
    problems: RwSignal<Vec<FieldProblem>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
}

/// The form of a template, or of a new one.
pub fn form(shelf: Shelf, template: Option<Template>) -> Tag {
    let lang = use_lang();
    let texts = lang.answers();
    let of = |part: fn(&Template) -> String| template.as_ref().map(part).unwrap_or_default();
    let first = template.as_ref().map_or(Outcome::Done, |one| one.outcome);
    let sheet = Sheet {
        shelf,
        session: use_session(),
        name: RwSignal::new(of(|one| one.name.clone())),
        sector: RwSignal::new(of(|one| one.sector.clone().unwrap_or_default())),
        outcome: RwSignal::new(first.to_string()),
        text: RwSignal::new(of(|one| one.text.clone())),
        problems: RwSignal::new(Vec::new()),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let outcomes = Outcome::ALL.iter().map(|one| (one.to_string(), lang.outcome(*one).to_owned())).collect();
    let sectors =
        use_meta().sectors.iter().map(|one| (one.key.clone(), sector_name(lang, &one.key))).collect();
    let name = Field::new("template-name", texts.name).problem(sheet.problem("name"));
    let sector = Field::new("template-sector", lang.desk().sector).problem(sheet.problem("sector"));
    let outcome = Field::new("template-outcome", texts.outcome).problem(sheet.problem("outcome"));
    let text = Field::new("template-words", texts.text).hint(texts.text_hint).problem(sheet.problem("text"));
    let kept = template.map(|one| (one.id, one.version));
    let ways = tag("div")
        .class("form-ways")
        .with(button(Button::Main, texts.save, sheet.busy, move || sheet.save(kept)))
        .with(plain_button(Button::Quiet, lang.desk().cancel, move || sheet.close()));
    tag("div")
        .class("form template-form")
        .attr("role", "group")
        .attr("aria-label", if kept.is_some() { texts.change } else { texts.add })
        .with(text_field(name, TextKind::Line, sheet.name))
        .with(select_field(sector, texts.all_sectors, Signal::stored(sectors), sheet.sector))
        .with(select_field(outcome, lang.desk().pick, Signal::stored(outcomes), sheet.outcome))
        .with(text_area(text, MESSAGE_MAX, sheet.text))
        .with(sheet.failed())
        .with(ways)
        .with(kept.map(|kept| remove(sheet, kept)))
}

/// Removing it, which asks once more.
fn remove(sheet: Sheet, kept: (i64, i64)) -> Part {
    let texts = use_lang().answers();
    let is_sure = RwSignal::new(false);
    Part::live(move || {
        if is_sure.get() {
            return button(Button::Danger, texts.remove_sure, sheet.busy, move || sheet.remove(kept));
        }
        plain_button(Button::Quiet, texts.remove, move || {
            is_sure.set(true);
            focus_on(".template-form .button-danger");
        })
    })
}

impl Sheet {
    fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        Signal::derive(move || {
            self.problems.with(|all| all.iter().find(|one| one.field == field).map(|one| one.problem))
        })
    }

    fn failed(self) -> Part {
        let lang = use_lang();
        Part::live(move || {
            let failure = self.failure.get()?;
            Some(notice(Tone::Bad, tag("p").with(failure.sentence(lang))))
        })
    }

    fn close(self) {
        self.shelf.open.set(None);
        focus_on("#templates");
    }

    fn save(self, kept: Option<(i64, i64)>) {
        let sector = self.sector.get_untracked();
        let Ok(outcome) = self.outcome.with_untracked(|word| word.parse()) else {
            self.problems.set(vec![FieldProblem::new("outcome", Problem::Required)]);
            return focus_on("#template-outcome");
        };
        let new = NewTemplate {
            name: self.name.get_untracked(),
            sector: Some(sector).filter(|key| !key.is_empty()),
            outcome,
            text: self.text.get_untracked(),
        };
        let new = match new.check() {
            Ok(new) => new,
            Err(problems) => {
                self.problems.set(problems);
                return focus_on(".template-form [aria-invalid=true]");
            }
        };
        self.run(async move {
            let Some((id, version)) = kept else { return call::<AddTemplate>(Call::default(), &new).await };
            let (id, version) = (id.to_string(), version.to_string());
            let headers = [(IF_MATCH, version.as_str())];
            call::<ChangeTemplate>(Call { path: &[&id], headers: &headers, ..Call::default() }, &new).await
        });
    }

    fn remove(self, (id, version): (i64, i64)) {
        self.run(async move {
            let (id, version) = (id.to_string(), version.to_string());
            let headers = [(IF_MATCH, version.as_str())];
            call::<RemoveTemplate>(Call { path: &[&id], headers: &headers, ..Call::default() }, &()).await
        });
    }

    fn run(self, answer: impl Future<Output = Result<Vec<Template>, Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problems.set(Vec::new());
        self.failure.set(None);
        let texts = use_lang().answers();
        spawn(async move {
            match answer.await {
                Ok(list) => {
                    self.shelf.list.value.set(Some(list));
                    self.shelf.told.set(Some((Tone::Good, texts.saved)));
                    self.close();
                }
                Err(failure) => self.told(failure, texts.changed),
            }
            self.busy.set(false);
        });
    }

    fn told(self, failure: Failure, changed: &'static str) {
        self.session.note(&failure);
        match failure.code() {
            Some(ErrorCode::Conflict | ErrorCode::NotFound) => {
                self.shelf.told.set(Some((Tone::Warning, changed)));
                self.shelf.list.again();
                self.close();
            }
            _ => {
                if let Failure::Problem(envelope) = &failure {
                    self.problems.set(envelope.problems.clone());
                }
                self.failure.set(Some(failure));
            }
        }
    }
}
