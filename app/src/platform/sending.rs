//! A form on its way: whether it is busy, what is wrong with its fields, why it did not work.

use std::future::Future;
use std::pin::Pin;

use shared::problem::{ErrorCode, FieldProblem, Problem};

use crate::platform::dom::{Part, tag};
use crate::platform::lang::use_lang;
use crate::platform::net::Failure;
use crate::platform::reactive::{RwSignal, Signal, spawn};
use crate::platform::session::{Session, use_session};
use crate::platform::ui::{Tone, focus_on, notice};

/// What becomes of a form that is sent.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    problems: RwSignal<Vec<FieldProblem>>,
    failure: RwSignal<Option<Failure>>,
    session: Session,
}

impl Sending {
    /// Not yet begun.
    pub fn idle() -> Self {
        Self {
            busy: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            session: use_session(),
        }
    }

    /// All that is wrong.
    pub fn all(self) -> Vec<FieldProblem> {
        self.problems.get()
    }

    /// What is wrong with a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        self.problem_of(move |one| one == field)
    }

    /// What is wrong with the first of several fields.
    pub fn problem_of(self, is_it: impl Fn(&str) -> bool + Send + Sync + 'static) -> Signal<Option<Problem>> {
        Signal::derive(move || {
            self.problems.with(|all| all.iter().find(|one| is_it(&one.field)).map(|one| one.problem))
        })
    }

    /// Shows what is wrong, and leads to the first such field in a place of the page.
    pub fn blame(self, problems: Vec<FieldProblem>, within: &str) {
        self.problems.set(problems);
        // A choice is marked around it: its radio buttons bear no mark of their own.
        focus_on(&[within, " [aria-invalid=true], ", within, " .field-bad .card-input"].concat());
    }

    /// Whether it was not sent, because something in it is wrong.
    pub fn is_held_back(self) -> bool {
        self.failure.with(Option::is_none) && self.problems.with(|all| !all.is_empty())
    }

    /// Why it did not work, in words.
    pub fn failed(self) -> Part {
        let lang = use_lang();
        Part::live(move || {
            let failure = self.failure.get()?;
            let rule = match &failure {
                Failure::Problem(envelope) => envelope.rule.as_deref().map(|rule| lang.rule(rule).to_owned()),
                _ => None,
            };
            let words = rule.unwrap_or_else(|| failure.sentence(lang));
            Some(notice(Tone::Bad, tag("p").with(words)))
        })
    }

    /// Sends it, once at a time. `moved` is told where somebody else was faster.
    pub fn run<T: 'static>(
        self,
        answer: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
        moved: impl FnOnce() + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(async move {
            match answer.await {
                Ok(value) => done(value),
                Err(failure) => {
                    self.session.note(&failure);
                    if matches!(failure.code(), Some(ErrorCode::Conflict | ErrorCode::NotFound)) {
                        moved();
                    } else {
                        if let Failure::Problem(envelope) = &failure {
                            self.problems.set(envelope.problems.clone());
                        }
                        self.failure.set(Some(failure));
                    }
                }
            }
            self.busy.set(false);
        });
        self.busy.set(true);
        self.problems.set(Vec::new());
        self.failure.set(None);
        spawn(work);
    }
}
