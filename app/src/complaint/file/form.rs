use std::sync::Arc;

use shared::instance::Meta;
use shared::problem::{FieldProblem, Problem};

use super::draft::Draft;
use super::step::{Step, field_of};
use crate::platform::reactive::{Memo, RwSignal, Signal, memo};
use crate::platform::ui::Bound;

/// The draft beside what is wrong with it.
#[derive(Clone, Copy)]
pub struct Form {
    /// What has been filled in.
    pub draft: Draft,
    problems: Memo<Vec<FieldProblem>>,
}

impl Form {
    /// Watches a draft.
    pub fn new(draft: Draft, meta: Arc<Meta>) -> Self {
        Self { draft, problems: memo(move || draft.problems(&meta)) }
    }

    /// What is wrong with a field, once people have had a chance to avoid it.
    pub fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        let find = move |problems: &Vec<FieldProblem>| {
            problems.iter().find(|problem| field_of(problem) == field).map(|problem| problem.problem)
        };
        let Draft { touched, refused, .. } = self.draft;
        Signal::derive(move || {
            let is_touched = touched.with(|touched| touched.contains(&field));
            let own = is_touched.then(|| self.problems.with(find)).flatten();
            own.or_else(|| refused.with(find))
        })
    }

    /// What is wrong with a step now, whether it has been shown or not.
    pub fn of_step(self, step: Step) -> Vec<FieldProblem> {
        let is_of = |problem: &&FieldProblem| Step::of_problem(problem) == step;
        let mut found: Vec<FieldProblem> =
            self.problems.with(|problems| problems.iter().filter(is_of).cloned().collect());
        self.draft.refused.with(|refused| {
            let unheard = |problem: &&FieldProblem| !found.iter().any(|own| own.field == problem.field);
            let refused: Vec<FieldProblem> = refused.iter().filter(is_of).filter(unheard).cloned().collect();
            found.extend(refused);
        });
        found
    }

    /// The first step that is not yet as it must be.
    pub fn first_open(self) -> Step {
        let first = |problems: &Vec<FieldProblem>| problems.iter().map(Step::of_problem).min();
        let (own, refused) = (self.problems.with(first), self.draft.refused.with(first));
        own.into_iter().chain(refused).min().unwrap_or(Step::Review)
    }

    /// Binds a text field: problems show when it is left with something in it, and live from then on.
    pub fn bound(self, field: &'static str, signal: RwSignal<String>) -> Bound {
        let draft = self.draft;
        Bound::new(signal, move |value| {
            draft.changed(field);
            signal.set(value);
        })
        .when_left(move || {
            if !signal.with_untracked(|text| text.trim().is_empty()) {
                draft.touch(field);
            }
        })
    }
}
