//! Who reported, sealed: XChaCha20-Poly1305 under a key that lies outside the database, so that a stolen database
//! or backup names nobody.
//!
//! A sealed identity is a version byte, a random nonce of 24 bytes and the ciphertext with its tag. Complaint and
//! version are authenticated with it, so a sealed identity moved to another complaint's row does not open.

mod store;

pub use store::{keep, read};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use serde::{Deserialize, Serialize};

use crate::secret::{Keys, random_bytes};

/// The layout described above. Another cipher would be another number.
const VERSION: u8 = 1;
const NONCE: usize = 24;

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

/// A sealed identity that does not open: the key is another one, the bytes were changed, or they belong to another
/// complaint. Which of these it is, nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed identity does not open with this key for this complaint")]
pub struct Unopened;

/// Seals an identity for one complaint. Sealing the same twice gives different bytes.
pub fn seal(keys: &Keys, complaint_id: i64, identity: &Identity) -> Vec<u8> {
    let plain = serde_json::to_vec(identity).expect("three texts are always JSON");
    let nonce = random_bytes::<NONCE>();
    let bound = bound_to(complaint_id);
    let sealed = cipher(keys)
        .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: &bound })
        .expect("the cipher takes far longer texts");
    [&[VERSION][..], &nonce, &sealed].concat()
}

/// Opens what [`seal`] has sealed for the same complaint.
pub fn open(keys: &Keys, complaint_id: i64, sealed: &[u8]) -> Result<Identity, Unopened> {
    let (version, rest) = sealed.split_first().ok_or(Unopened)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(Unopened)?;
    if *version != VERSION {
        return Err(Unopened);
    }
    let bound = bound_to(complaint_id);
    let plain = cipher(keys)
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &bound })
        .map_err(|_| Unopened)?;
    serde_json::from_slice(&plain).map_err(|_| Unopened)
}

fn cipher(keys: &Keys) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(keys.seal().into())
}

fn bound_to(complaint_id: i64) -> Vec<u8> {
    [b"tanggap identity\0".as_slice(), &[VERSION], &complaint_id.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests;
