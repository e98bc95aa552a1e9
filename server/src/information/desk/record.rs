//! What a change of an entry leaves in the chain.

use jiff::Timestamp;
use shared::access::Role;
use shared::calendar::Day;

use crate::information::store::Entry;
use crate::platform::access::Staff;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::ledger::Movements;

/// Who changes what, and when.
pub(super) struct Change {
    pub(super) by: i64,
    pub(super) actor: &'static str,
    pub(super) at: Timestamp,
    pub(super) day: Day,
}

impl Change {
    pub(super) fn new(staff: &Staff, at: Timestamp, day: Day) -> Self {
        let actor = if staff.has(Role::PpidMain) { "ppid_main" } else { "ppid_agency" };
        Self { by: staff.account_id, actor, at, day }
    }

    /// Records what happened to an entry, with why.
    pub(super) async fn record(
        &self,
        tx: &mut Transaction,
        entry: &Entry,
        kind: &'static str,
    ) -> Result<(), DbError> {
        let event = NewEvent::new(None, self.at, self.day, self.actor, kind)
            .with("by", self.by)
            .with("information", entry.id)
            .with("number", entry.newest)
            .with("stage", entry.stage.as_str())
            .with("agency", entry.agency.as_str());
        event::record(tx, vec![event], &Movements::default()).await.map(drop)
    }
}
