//! What a change of a consequence test leaves in the chain: that it happened, and nothing that is written in it.

use jiff::Timestamp;
use shared::access::Role;
use shared::calendar::Day;

use super::store::Stored;
use crate::platform::access::Staff;
use crate::platform::event::NewEvent;

/// Who changes what, and when.
pub(super) struct Change {
    by: Option<i64>,
    actor: &'static str,
    at: Timestamp,
    day: Day,
}

impl Change {
    /// A member of the staff.
    pub(super) fn of(staff: &Staff, at: Timestamp, day: Day) -> Self {
        let actor = if staff.has(Role::PpidMain) { "ppid_main" } else { "ppid_agency" };
        Self { by: Some(staff.account_id), actor, at, day }
    }

    /// Time alone.
    pub(super) fn of_clock(at: Timestamp, day: Day) -> Self {
        Self { by: None, actor: "clock", at, day }
    }

    /// What happened.
    pub(super) fn event(&self, stored: &Stored, kind: &'static str) -> NewEvent {
        let mut event = NewEvent::new(None, self.at, self.day, self.actor, kind)
            .with("consequence_test", stored.id)
            .with("stage", stored.stage.as_str())
            .with("agency", stored.test.agency.as_str());
        if let Some(by) = self.by {
            event = event.with("by", by);
        }
        if let Some(outcome) = stored.outcome() {
            event = event.with("outcome", outcome.as_str());
        }
        if let Some(ends_on) = stored.ends_on {
            event = event.with("until", ends_on.to_string());
        }
        event
    }
}
