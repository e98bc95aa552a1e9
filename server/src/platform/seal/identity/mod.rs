//! Who reported, sealed, so that a stolen database or backup names nobody.

mod store;

pub use store::{keep, read};

use serde::{Deserialize, Serialize};

use super::{Unopened, VERSION};
use crate::secret::Keys;

/// Who reported. It is never logged: it has no `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl Identity {
    /// Seals it for one complaint: moved to another complaint's row it does not open.
    pub fn close(&self, keys: &Keys, complaint_id: i64) -> Vec<u8> {
        let plain = serde_json::to_vec(self).expect("three texts are always JSON");
        super::close(keys, &purpose(complaint_id), &plain)
    }

    /// Opens what [`Identity::close`] has sealed for the same complaint.
    pub fn open(keys: &Keys, complaint_id: i64, sealed: &[u8]) -> Result<Self, Unopened> {
        let plain = super::open(keys, &purpose(complaint_id), sealed)?;
        serde_json::from_slice(&plain).map_err(|_| Unopened)
    }
}

fn purpose(complaint_id: i64) -> Vec<u8> {
    [b"tanggap identity\0".as_slice(), &[VERSION], &complaint_id.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
