use shared::request::{Applicant, NewRequest};

use super::fields::FIELDS;
use crate::error::Error;
use crate::platform::http::Pairs;
use crate::platform::idempotency;

/// A filled form as people see it again when something is to be mended.
pub(super) struct Typed {
    /// The key under which it is registered, once.
    pub key: String,
    /// What was typed.
    pub new: NewRequest,
}

impl Typed {
    /// An empty form.
    pub(super) fn new() -> Self {
        Self { key: idempotency::fresh_key(), new: NewRequest::default() }
    }

    /// Reads what was sent. A choice that is none is one that was not made.
    ///
    /// # Errors
    /// Fields that the form does not have, and a key that is none.
    pub(super) fn read(fields: &Pairs) -> Result<Self, Error> {
        let single: Vec<&str> = ["key"].into_iter().chain(FIELDS.map(|(name, _)| name)).collect();
        let problems = fields.problems(|_| false, &single);
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        let key = fields.get("key").unwrap_or_default().to_ascii_lowercase();
        if !idempotency::is_key(&key) {
            return Err(Error::malformed());
        }
        Ok(Self { key, new: request(fields) })
    }
}

/// The request that a form's fields hold.
pub(super) fn request(fields: &Pairs) -> NewRequest {
    let text = |name: &str| fields.get(name).unwrap_or_default().replace("\r\n", "\n");
    let chosen = |name: &str| fields.get(name).unwrap_or_default();
    let applicant = Applicant {
        kind: chosen("applicant.kind").parse().ok(),
        name: text("applicant.name"),
        identity_number: text("applicant.identity_number"),
        deed: text("applicant.deed"),
        address: text("applicant.address"),
        phone: text("applicant.phone"),
        email: text("applicant.email"),
    };
    NewRequest {
        applicant,
        what: text("what"),
        purpose: text("purpose"),
        obtain: chosen("obtain").parse().ok(),
        send: chosen("send").parse().ok(),
    }
}
