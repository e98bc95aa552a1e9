//! Sealing: XChaCha20-Poly1305 under a key that lies outside the database.
//!
//! What is sealed is a version byte, a random nonce of 24 bytes and the ciphertext with its tag. What it is sealed for
//! is authenticated with it, so that it opens for nothing else.

mod identity;

pub use identity::{Identity, keep, read};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use crate::secret::{Keys, random_bytes};

/// The layout described above. Another cipher would be another number.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// Sealed bytes that do not open: the key is another one, the bytes were changed, or they were sealed for something
/// else. Which of these it is, nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was not sealed with this key for this purpose")]
pub struct Unopened;

/// What who asks for information is sealed for: one request and no other.
pub fn of_applicant(request_id: i64) -> Vec<u8> {
    [b"tanggap applicant\0".as_slice(), &[VERSION], &request_id.to_be_bytes()].concat()
}

/// Seals bytes for one purpose. Sealing the same twice gives different bytes.
pub fn close(keys: &Keys, purpose: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce = random_bytes::<NONCE>();
    let sealed = cipher(keys)
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: purpose })
        .expect("the cipher takes far longer texts");
    [&[VERSION][..], &nonce, &sealed].concat()
}

/// Opens what [`close`] has sealed for the same purpose.
pub fn open(keys: &Keys, purpose: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    let (version, rest) = sealed.split_first().ok_or(Unopened)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(Unopened)?;
    if *version != VERSION {
        return Err(Unopened);
    }
    cipher(keys).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: purpose }).map_err(|_| Unopened)
}

fn cipher(keys: &Keys) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(keys.seal().into())
}
