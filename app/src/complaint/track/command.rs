use std::future::Future;
use std::pin::Pin;

use shared::complaint::ComplaintView;
use shared::lang::Lang;
use shared::problem::{ErrorCode, FieldProblem, Problem};

use super::case::Case;
use crate::platform::dom::{Part, tag};
use crate::platform::net::Failure;
use crate::platform::reactive::{RwSignal, spawn};
use crate::platform::ui::{Tone, notice};

/// The complaint as it stands after a command.
type Answer = Pin<Box<dyn Future<Output = Result<ComplaintView, Failure>>>>;

/// One of the reporter's commands on its way.
#[derive(Clone, Copy)]
pub struct Command {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Command {
    /// Not yet begun.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// Sends it and shows the complaint as it stands afterwards. `done` is called where it worked.
    pub fn run(
        self,
        case: Case,
        answer: impl Future<Output = Result<ComplaintView, Failure>> + 'static,
        done: impl FnOnce() + 'static,
    ) {
        self.run_boxed(case, Box::pin(answer), Box::new(done));
    }

    fn run_boxed(self, case: Case, answer: Answer, done: Box<dyn FnOnce()>) {
        self.busy.set(true);
        self.failure.set(None);
        spawn(async move {
            match answer.await {
                Ok(view) => {
                    // The page may be left by now; the command has worked all the same.
                    case.view.value.set(Some(view));
                    done();
                }
                Err(failure) => {
                    if failure.code() == Some(ErrorCode::Conflict)
                        && case.view.value.try_get_untracked().is_some()
                    {
                        case.view.again();
                    }
                    self.failure.set(Some(failure));
                }
            }
            self.busy.set(false);
        });
    }

    /// What the server said about a field.
    pub fn problem(self, field: &'static str) -> Option<Problem> {
        self.failure.with(|failure| match failure {
            Some(Failure::Problem(envelope)) => envelope
                .problems
                .iter()
                .find(|problem: &&FieldProblem| problem.field == field)
                .map(|problem| problem.problem),
            _ => None,
        })
    }

    /// Why it did not work.
    pub fn failed(self, lang: Lang) -> Part {
        let failure = self.failure;
        Part::live(move || {
            failure.get().map(|failure| notice(Tone::Bad, tag("p").with(failure.sentence(lang))))
        })
    }
}
