//! Templates of answers: the coordinator writes them, whoever answers begins with them.

mod store;

pub mod add;
pub mod change;
pub mod list;
pub mod remove;

use shared::access::{Role, Rule};
use shared::complaint::desk::template::NewTemplate;
use shared::problem::{FieldProblem, Problem};

use crate::error::Error;
use crate::platform::access::Staff;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::ledger::Movements;
use crate::platform::settings::Settings;
use crate::state::AppState;

/// Refuses whoever has nothing to do with templates.
fn may_change(staff: &Staff) -> Result<(), Error> {
    let is_theirs = staff.has(Role::Coordinator);
    if is_theirs { Ok(()) } else { Err(Error::forbidden_by(Rule::OtherRole)) }
}

/// The number of a template in an address.
fn number(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::not_found())
}

/// A template as it may be kept.
fn checked(settings: &Settings, template: NewTemplate) -> Result<NewTemplate, Error> {
    let unknown = template.sector.as_ref().is_some_and(|key| settings.sector(key).is_none());
    let unknown = unknown.then(|| FieldProblem::new("sector", Problem::UnknownValue));
    match (template.check(), unknown) {
        (Ok(template), None) => Ok(template),
        (checked, unknown) => {
            Err(Error::invalid(checked.err().into_iter().flatten().chain(unknown).collect()))
        }
    }
}

/// What a change of templates leaves in the chain.
struct Change {
    kind: &'static str,
    by: i64,
    at: jiff::Timestamp,
    day: shared::calendar::Day,
}

impl Change {
    fn new(state: &AppState, staff: &Staff, kind: &'static str) -> Self {
        let day = state.settings().today(&state.clock);
        Self { kind, by: staff.account_id, at: state.clock.now(), day }
    }

    async fn record(self, tx: &mut Transaction, id: i64) -> Result<(), DbError> {
        let event = NewEvent::new(None, self.at, self.day, "coordinator", self.kind)
            .with("by", self.by)
            .with("template", id);
        event::record(tx, vec![event], &Movements::default()).await.map(drop)
    }
}
