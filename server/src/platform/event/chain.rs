//! What is hashed, and how.

use sha2::{Digest, Sha256};

use crate::platform::hex::hex;

/// What an event's hash covers, besides its predecessor's hash.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// Its place, from 1.
    pub position: i64,
    /// The complaint, if any.
    pub complaint_id: Option<i64>,
    /// The moment in milliseconds.
    pub at: i64,
    /// The local day.
    pub day: &'a str,
    /// Who.
    pub actor: &'a str,
    /// What.
    pub kind: &'a str,
    /// The JSON body, byte for byte.
    pub body: &'a str,
}

/// The hash of an event. Every part has its length before it, so that no two events share one text.
pub fn hash(previous: &[u8; 32], link: Link<'_>) -> [u8; 32] {
    let mut hasher = Sha256::new()
        .chain_update(b"tanggap event\0")
        .chain_update(previous)
        .chain_update(link.position.to_be_bytes())
        .chain_update(link.complaint_id.unwrap_or(0).to_be_bytes())
        .chain_update(link.at.to_be_bytes());
    for part in [link.day, link.actor, link.kind, link.body] {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().into()
}

/// The salted hash of an erasable text, in hexadecimal, as it stands in an event's body.
pub fn text_hash(salt: &[u8], text: &str) -> String {
    let digest =
        Sha256::new().chain_update(b"tanggap text\0").chain_update(salt).chain_update(text).finalize();
    hex(&digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_counts() {
        let link = Link {
            position: 1,
            complaint_id: Some(7),
            at: 5,
            day: "2020-06-30",
            actor: "reporter",
            kind: "received",
            body: "{}",
        };
        let first = hash(&[0; 32], link);
        let others = [
            hash(&[1; 32], link),
            hash(&[0; 32], Link { position: 2, ..link }),
            hash(&[0; 32], Link { complaint_id: None, ..link }),
            hash(&[0; 32], Link { at: 6, ..link }),
            hash(&[0; 32], Link { day: "2020-06-29", ..link }),
            hash(&[0; 32], Link { actor: "reporte", kind: "rreceived", ..link }),
            hash(&[0; 32], Link { body: "{ }", ..link }),
        ];
        assert!(others.iter().all(|other| *other != first));
        assert_ne!(text_hash(&[1; 32], "sama"), text_hash(&[2; 32], "sama"));
    }
}
