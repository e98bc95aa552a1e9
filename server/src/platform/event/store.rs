//! Writing to the chain and reading from it.

use serde_json::{Map, Value};

use super::{Kept, Link, NewEvent, hash, text_hash};
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::ledger::{self, Movements};
use crate::values;

/// Takes places in the chain and the next revision. From here to the commit no other transaction can.
const TAKE_HEAD: &str = "
    update head set position = position + $1, revision = revision + 1 where id = 1
    returning position, hash, revision";
const MOVE_HEAD: &str = "update head set hash = $1 where id = 1";
const INSERT_EVENT: &str = "
    insert into event (position, complaint_id, at, day, actor, kind, body, previous, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const INSERT_TEXT: &str = "insert into event_text (event_position, name, salt, text) values ($1, $2, $3, $4)";
const READ_AFTER: &str = "
    select position, complaint_id, at, day, actor, kind, body, previous, hash
    from event where position > $1 order by position limit $2";
const OF_COMPLAINT: &str = "
    select position, complaint_id, at, day, actor, kind, body, previous, hash
    from event where complaint_id = $1 order by position";
const TEXTS_OF_COMPLAINT: &str = "
    select t.event_position, t.name, t.salt, t.text
    from event_text t join event e on e.position = t.event_position
    where e.complaint_id = $1 order by t.event_position, t.name";

/// Where recorded events stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The revision that shows them.
    pub revision: i64,
    /// The first one's place in the chain; the others follow.
    pub first_position: i64,
}

/// Enters events into the chain and movements into the recap's ledger, under one new revision.
///
/// Call it once, last in a transaction: it locks the head row, and on PostgreSQL every other writer then waits for the
/// commit. The ledger's cells are only ever written under that lock, so they cannot deadlock.
pub async fn record(
    tx: &mut Transaction,
    events: Vec<NewEvent>,
    movements: &Movements,
) -> Result<Recorded, DbError> {
    let count = i64::try_from(events.len()).map_err(|_| DbError::Other("too many events".into()))?;
    let head = tx.fetch_one(TAKE_HEAD, values![count]).await?;
    let (last, mut previous, revision) = (head.int(0)?, head.hash(1)?, head.int(2)?);
    let first_position = last - count + 1;
    ledger::write(tx, movements, revision).await?;
    for (position, event) in (first_position..).zip(events) {
        previous = insert(tx, position, previous, event).await?;
    }
    tx.execute(MOVE_HEAD, values![previous]).await?;
    tx.announce(revision).await?;
    Ok(Recorded { revision, first_position })
}

async fn insert(
    tx: &mut Transaction,
    position: i64,
    previous: [u8; 32],
    mut event: NewEvent,
) -> Result<[u8; 32], DbError> {
    if !event.texts.is_empty() {
        let hashes: Map<String, Value> = event
            .texts
            .iter()
            .map(|text| (text.name.to_owned(), Value::String(text_hash(&text.salt, &text.text))))
            .collect();
        event.body.insert("texts".to_owned(), Value::Object(hashes));
    }
    let body = Value::Object(event.body).to_string();
    let day = event.day.to_string();
    let link = Link {
        position,
        complaint_id: event.complaint_id,
        at: event.at.as_millisecond(),
        day: &day,
        actor: event.actor,
        kind: event.kind,
        body: &body,
    };
    let own = hash(&previous, link);
    let values =
        values![position, event.complaint_id, event.at, &day, event.actor, event.kind, &body, previous, own];
    tx.execute(INSERT_EVENT, values).await?;
    for text in event.texts.into_iter().filter(|text| text.kept == Kept::Beside) {
        tx.execute(INSERT_TEXT, values![position, text.name, text.salt, text.text]).await?;
    }
    Ok(own)
}

/// An event as it stands in the chain.
#[derive(Clone, Debug)]
pub struct StoredEvent {
    /// Its place, from 1.
    pub position: i64,
    /// The complaint, if any.
    pub complaint_id: Option<i64>,
    /// The moment in milliseconds.
    pub at: i64,
    /// The local day, as written.
    pub day: String,
    /// Who.
    pub actor: String,
    /// What.
    pub kind: String,
    /// The JSON body, byte for byte.
    pub body: String,
    /// The predecessor's hash.
    pub previous: [u8; 32],
    /// Its own.
    pub hash: [u8; 32],
}

impl StoredEvent {
    fn read(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            position: row.int(0)?,
            complaint_id: row.optional_int(1)?,
            at: row.int(2)?,
            day: row.text(3)?,
            actor: row.text(4)?,
            kind: row.text(5)?,
            body: row.text(6)?,
            previous: row.hash(7)?,
            hash: row.hash(8)?,
        })
    }

    /// The hash that it should have.
    pub fn computed_hash(&self) -> [u8; 32] {
        let link = Link {
            position: self.position,
            complaint_id: self.complaint_id,
            at: self.at,
            day: &self.day,
            actor: &self.actor,
            kind: &self.kind,
            body: &self.body,
        };
        hash(&self.previous, link)
    }

    /// The facts; empty where the body is not a JSON object, which a check of the chain reports.
    pub fn facts(&self) -> Map<String, Value> {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// An event's text that lies beside it.
#[derive(Clone, Debug)]
pub struct StoredText {
    /// The event's place.
    pub position: i64,
    /// What it is.
    pub name: String,
    /// Its salt.
    pub salt: Vec<u8>,
    /// The text.
    pub text: String,
}

/// The next `limit` events after a place, in order.
pub async fn read_after(
    connection: &mut Connection,
    after: i64,
    limit: i64,
) -> Result<Vec<StoredEvent>, DbError> {
    connection.fetch_all(READ_AFTER, values![after, limit]).await?.iter().map(StoredEvent::read).collect()
}

/// A complaint's events, oldest first.
pub async fn of_complaint(
    connection: &mut Connection,
    complaint_id: i64,
) -> Result<Vec<StoredEvent>, DbError> {
    connection.fetch_all(OF_COMPLAINT, values![complaint_id]).await?.iter().map(StoredEvent::read).collect()
}

/// The texts beside a complaint's events.
pub async fn texts_of_complaint(
    connection: &mut Connection,
    complaint_id: i64,
) -> Result<Vec<StoredText>, DbError> {
    let rows = connection.fetch_all(TEXTS_OF_COMPLAINT, values![complaint_id]).await?;
    rows.iter()
        .map(|row| {
            Ok(StoredText {
                position: row.int(0)?,
                name: row.text(1)?,
                salt: row.blob(2)?,
                text: row.text(3)?,
            })
        })
        .collect()
}
