//! The chain of events: who changed what, when and why, each event sealed to the one before it.
//!
//! An event is never edited. Its body holds no text that may have to be erased, only a salted hash of it; the text
//! lies beside it ([`Kept::Beside`]) or in the feature's own table ([`Kept::Elsewhere`]). When text and salt are
//! erased, the hash tells nothing any more and the chain still checks.

mod chain;
mod store;

pub use chain::{Link, hash, text_hash};
pub use store::{Recorded, StoredEvent, StoredText, of_complaint, read_after, record, texts_of_complaint};

use jiff::Timestamp;
use serde_json::{Map, Value};
use shared::calendar::Day;

/// Something that happened, before it has its place in the chain.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// The complaint it belongs to, if any.
    pub complaint_id: Option<i64>,
    /// The moment.
    pub at: Timestamp,
    /// The local day from which it takes effect; earlier than the moment for imports.
    pub day: Day,
    /// Who did it: `reporter`, `system`, `operator`, or an account later.
    pub actor: &'static str,
    /// What happened, a stable word.
    pub kind: &'static str,
    /// Facts without personal data.
    pub body: Map<String, Value>,
    /// Erasable texts, of which only hashes enter the chain.
    pub texts: Vec<Text>,
}

/// An erasable text of an event.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it is, such as `reason`.
    pub name: &'static str,
    /// The text.
    pub text: String,
    /// Random; without it the hash cannot be tried against guesses.
    pub salt: [u8; 32],
    /// Where the text lies.
    pub kept: Kept,
}

/// Where an event's text lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In `event_text`, written with the event.
    Beside,
    /// In a table of the feature's own, with the same salt.
    Elsewhere,
}

impl NewEvent {
    /// An event without facts or texts yet.
    pub fn new(
        complaint_id: Option<i64>,
        at: Timestamp,
        day: Day,
        actor: &'static str,
        kind: &'static str,
    ) -> Self {
        Self { complaint_id, at, day, actor, kind, body: Map::new(), texts: Vec::new() }
    }

    /// Adds a fact.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.body.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a text that lies beside the event.
    pub fn with_text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        let salt = crate::secret::random_bytes();
        self.texts.push(Text { name, text: text.into(), salt, kept: Kept::Beside });
        self
    }
}
