//! A complaint of class information request that is to become a request for information, or has become one.

mod store;

pub use store::{Turned, become_request, of};
pub(super) use store::{ask, stop};

use shared::complaint::{Class, Stage};

use super::store::Complaint;

/// Whether a complaint can become a request: it asks for information, is not sealed, and its reporter has a secret by which
/// they can be asked.
pub(super) fn is_possible(complaint: &Complaint) -> bool {
    complaint.cell.class == Class::InformationRequest
        && !complaint.sealed
        && complaint.secret_hash.is_some()
        && matches!(complaint.cell.stage, Stage::Received | Stage::Verified | Stage::Postponed)
}

/// Whether its reporter is asked for what is missing just now. A question that was asked before it went on, or about what is
/// no request for information any more, is over.
pub fn is_asked(complaint: &Complaint, turned: Option<&Turned>) -> bool {
    is_possible(complaint)
        && complaint.cell.stage == Stage::Postponed
        && turned.is_some_and(|turned| turned.number.is_none())
}
