//! A question as it came over HTTP, with everything it is answered from.

use std::sync::Arc;

use http::HeaderValue;
use jiff::Timestamp;
use shared::calendar::Day;
use shared::lang::Lang;
use shared::problem::FieldProblem;

use super::count::Moment;
use super::question::Question;
use crate::platform::http::Pairs;
use crate::platform::ledger::memory::Snapshot;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// A figure is of its moment: kept, it would be passed off as today's.
pub(super) const FRESH: HeaderValue = HeaderValue::from_static("no-store");

/// A checked question and its moment.
pub(super) struct Asked {
    /// The question.
    pub(super) question: Question,
    /// The settings it was checked against.
    pub(super) settings: Arc<Settings>,
    /// The local day.
    pub(super) today: Day,
    /// The ledger as it stands.
    pub(super) ledger: Arc<Snapshot>,
    taken_at: Timestamp,
}

impl Asked {
    /// Reads the parameters of an address; see [`Question::parse`].
    pub(super) fn read(
        state: &AppState,
        pairs: &Pairs,
        others: &[&str],
        lang: Lang,
    ) -> Result<Self, Vec<FieldProblem>> {
        let settings = state.settings();
        let today = settings.today(&state.clock);
        let question = Question::parse(pairs, others, &settings, today, lang)?;
        Ok(Self { question, settings, today, ledger: state.ledger.snapshot(), taken_at: state.clock.now() })
    }

    /// Reads the parameters of a page's address; see [`Question::of_page`].
    pub(super) fn of_page(state: &AppState, pairs: &Pairs, lang: Lang) -> Result<Self, Vec<FieldProblem>> {
        let settings = state.settings();
        let today = settings.today(&state.clock);
        let question = Question::of_page(pairs, &settings, today, lang)?;
        Ok(Self { question, settings, today, ledger: state.ledger.snapshot(), taken_at: state.clock.now() })
    }

    /// What it is answered from.
    pub(super) fn moment(&self) -> Moment<'_> {
        Moment { ledger: &self.ledger, settings: &self.settings, taken_at: self.taken_at }
    }
}
