//! Secrets that this tab has seen: in the tab's memory alone, never in an address that is sent or a lasting store.

use shared::complaint::{Secret, TrackingCode};

use crate::platform::device::{forget_session, recall_session, remember_session};

/// The secret of a complaint, if this tab has it.
pub fn recall(code: &TrackingCode) -> Option<Secret> {
    recall_session(&name(code)).and_then(|raw| Secret::parse(&raw).ok())
}

/// Keeps a secret until the tab is closed.
pub fn keep(code: &TrackingCode, secret: &Secret) {
    remember_session(&name(code), secret.as_str());
}

/// Forgets a secret.
pub fn forget(code: &TrackingCode) {
    forget_session(&name(code));
}

fn name(code: &TrackingCode) -> String {
    ["receipt.", code.as_str()].concat()
}
