//! What the work on a request leaves in the chain.

use jiff::Timestamp;
use shared::access::Role;
use shared::calendar::Day;

use crate::platform::access::Staff;
use crate::platform::event::NewEvent;
use crate::request::store::Request;

/// What somebody of the staff did with a request. No word of a letter is in it, and nobody's name.
pub(in crate::request) fn event(
    (staff, role): (&Staff, Role),
    request: &Request,
    kind: &'static str,
    (at, today): (Timestamp, Day),
) -> NewEvent {
    NewEvent::new(None, at, today, role.as_str(), kind)
        .with("by", staff.account_id)
        .with("request", request.number.as_str())
        .with("stage", request.stage.as_str())
        .with("agency", request.agency.clone())
}
