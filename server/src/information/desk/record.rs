//! What a change of an entry leaves in the chain.

use jiff::Timestamp;
use shared::access::Role;
use shared::calendar::Day;

use crate::information::store::Entry;
use crate::platform::access::Staff;
use crate::platform::db::{DbError, Transaction};
use crate::platform::event::{self, NewEvent};
use crate::platform::hex::hex;
use crate::platform::ledger::Movements;

/// Who changes what, and when.
pub struct Change {
    /// None where an operator does it.
    by: Option<i64>,
    actor: &'static str,
    at: Timestamp,
    day: Day,
}

impl Change {
    pub(in crate::information) fn new(staff: &Staff, at: Timestamp, day: Day) -> Self {
        let actor = if staff.has(Role::PpidMain) { "ppid_main" } else { "ppid_agency" };
        Self { by: Some(staff.account_id), actor, at, day }
    }

    /// The same by whoever runs the server.
    pub fn by_operator(at: Timestamp, day: Day) -> Self {
        Self { by: None, actor: "operator", at, day }
    }

    /// Records what happened to an entry, with why.
    pub(in crate::information) async fn record(
        &self,
        tx: &mut Transaction,
        entry: &Entry,
        kind: &'static str,
    ) -> Result<(), DbError> {
        event::record(tx, vec![self.event(entry, kind)], &Movements::default()).await.map(drop)
    }

    /// Records what happened to a file of an entry, with its hash where it came.
    pub(in crate::information) async fn record_file(
        &self,
        tx: &mut Transaction,
        entry: &Entry,
        kind: &'static str,
        (file, sha256): (&str, Option<[u8; 32]>),
    ) -> Result<(), DbError> {
        let mut event = self.event(entry, kind).with("file", file);
        if let Some(sha256) = sha256 {
            event = event.with("sha256", hex(&sha256));
        }
        event::record(tx, vec![event], &Movements::default()).await.map(drop)
    }

    fn event(&self, entry: &Entry, kind: &'static str) -> NewEvent {
        let event = NewEvent::new(None, self.at, self.day, self.actor, kind);
        let event = match self.by {
            Some(by) => event.with("by", by),
            None => event,
        };
        event
            .with("information", entry.id)
            .with("number", entry.newest)
            .with("stage", entry.stage.as_str())
            .with("agency", entry.agency.as_str())
    }
}
