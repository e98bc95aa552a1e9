//! The chain of events, and the hashes of the texts beside it.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::store::{self, Text};
use super::{Check, note};
use crate::platform::db::{Database, DbError};
use crate::platform::event::{StoredEvent, read_after, text_hash};
use crate::request::{self, RequestText};

/// Events read at once.
const PAGE: i64 = 1_000;

/// Checks every event up to the head as it stands now, and the texts that are still there.
pub(super) async fn check(db: &Database) -> Result<Vec<Check>, DbError> {
    let mut connection = db.read().await?;
    let head = store::head(&mut connection).await?;
    let mut chain = Chain::default();
    while chain.position < head.position {
        let limit = PAGE.min(head.position - chain.position);
        let events = read_after(&mut connection, chain.position, limit).await?;
        let (Some(first), Some(last)) = (events.first(), events.last()) else {
            note(&mut chain.faults, || format!("event {}: missing", chain.position + 1));
            break;
        };
        let mut texts = store::texts(&mut connection, first.position, last.position).await?;
        let asked = request::texts_between(&mut connection, first.position, last.position).await?;
        texts.extend(asked.into_iter().map(|RequestText { position, name, salt, text }| Text {
            position,
            name,
            salt,
            text,
        }));
        chain.take(&events, texts);
    }
    if chain.hash != head.hash {
        note(&mut chain.faults, || format!("head: its hash is not that of event {}", head.position));
    }
    let mut unfounded = Vec::new();
    for id in store::complaints_without_event(&mut connection).await? {
        note(&mut unfounded, || format!("complaint {id}: no event says how it came in"));
    }
    for id in store::astray(&mut connection).await? {
        note(&mut unfounded, || format!("complaint {id}: no event brought it into its stage"));
    }
    for id in store::loosened(&mut connection).await? {
        note(&mut unfounded, || format!("complaint {id}: less private than its reporter chose"));
    }
    for number in store::requests_without_event(&mut connection).await? {
        note(&mut unfounded, || format!("request {number}: no event says how it came in"));
    }
    Ok(vec![
        Check::new(format!("{} events in one chain, and its head", head.position), chain.faults),
        Check::new(format!("{} texts against their hashes", chain.texts), chain.text_faults),
        Check::new("complaints and requests against what their events say", unfounded),
    ])
}

#[derive(Default)]
struct Chain {
    position: i64,
    hash: [u8; 32],
    faults: Vec<String>,
    texts: u64,
    text_faults: Vec<String>,
}

impl Chain {
    fn take(&mut self, events: &[StoredEvent], texts: Vec<Text>) {
        let mut texts_of: HashMap<i64, Vec<Text>> = HashMap::new();
        for text in texts {
            texts_of.entry(text.position).or_default().push(text);
        }
        for event in events {
            self.link(event);
            let facts = match serde_json::from_str::<Value>(&event.body) {
                Ok(Value::Object(facts)) => facts,
                _ => {
                    note(&mut self.faults, || {
                        format!("event {}: its body is no JSON object", event.position)
                    });
                    Map::new()
                }
            };
            for text in texts_of.remove(&event.position).unwrap_or_default() {
                self.text(&facts, &text);
            }
        }
    }

    fn link(&mut self, event: &StoredEvent) {
        let position = event.position;
        if position != self.position + 1 {
            note(&mut self.faults, || format!("event {}: missing", self.position + 1));
        } else if event.previous != self.hash {
            note(&mut self.faults, || format!("event {position}: does not follow the one before it"));
        }
        if event.computed_hash() != event.hash {
            note(&mut self.faults, || format!("event {position}: was changed"));
        }
        self.position = position;
        self.hash = event.hash;
    }

    fn text(&mut self, facts: &Map<String, Value>, text: &Text) {
        self.texts += 1;
        let hash = facts.get("texts").and_then(|texts| texts.get(&text.name)).and_then(Value::as_str);
        if hash != Some(text_hash(&text.salt, &text.text).as_str()) {
            let (position, name) = (text.position, &text.name);
            note(&mut self.text_faults, || format!("event {position}: its text `{name}` was changed"));
        }
    }
}
