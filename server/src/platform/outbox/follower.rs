//! Whoever follows a published complaint by mail.

use jiff::Timestamp;
use shared::complaint::EntryKind;

use crate::platform::db::{DbError, Transaction};
use crate::platform::seal::{self, Unopened};
use crate::secret::Keys;
use crate::values;

/// What is written to whoever has to confirm.
pub(super) const ASKED: &str = "follow_asked";

const ASK: &str = "
    insert into message (kind, complaint_id, follower, made_at, mail, try_at) values ($1, $2, $3, $4, 'waiting', $4)";
const TELL: &str = "
    insert into message (kind, complaint_id, follower, made_at, mail, try_at)
    select $1, c.id, f.mark, $3, 'waiting', $3
    from follower f join complaint c on c.id = f.complaint_id
    where c.id = $2 and c.published = 1 and c.sealed = 0 and f.confirmed = 1";
const FORGET_MAIL: &str = "
    delete from message where follower in (select mark from follower where confirmed = 0 and made_at < $1)";
const FORGET: &str = "delete from follower where confirmed = 0 and made_at < $1";

/// Seals an address, for its mark alone.
pub fn close_follower(keys: &Keys, mark: &str, email: &str) -> Vec<u8> {
    seal::close(keys, &purpose(mark), email.as_bytes())
}

/// Opens what [`close_follower`] has sealed.
pub(super) fn open_follower(keys: &Keys, mark: &str, sealed: &[u8]) -> Result<String, Unopened> {
    String::from_utf8(seal::open(keys, &purpose(mark), sealed)?).map_err(|_| Unopened)
}

fn purpose(mark: &str) -> Vec<u8> {
    [b"tanggap follower\0".as_slice(), mark.as_bytes()].concat()
}

/// Writes the mail that asks whether somebody wants to follow.
pub async fn ask_follower(
    tx: &mut Transaction,
    complaint_id: i64,
    mark: &str,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(ASK, values![ASKED, complaint_id, mark, at]).await.map(drop)
}

/// Whether followers are told of such an event: what everyone may know of a complaint's way.
pub fn is_news(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Postponed
        | EntryKind::Resumed
        | EntryKind::Disposed
        | EntryKind::Begun
        | EntryKind::Answered
        | EntryKind::Accepted
        | EntryKind::Refused
        | EntryKind::ClosedByTime
        | EntryKind::Reopened
        | EntryKind::Withdrawn
        | EntryKind::Archived => true,
        EntryKind::Received
        | EntryKind::Verified
        | EntryKind::Returned
        | EntryKind::MessageToReporter
        | EntryKind::MessageFromReporter => false,
    }
}

/// Writes a message to all who follow a complaint and have confirmed it, while it is published.
pub async fn tell_followers(
    tx: &mut Transaction,
    complaint_id: i64,
    kind: EntryKind,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(TELL, values![kind.as_str(), complaint_id, at]).await.map(drop)
}

/// Forgets who has not confirmed since a moment.
pub(super) async fn forget_unconfirmed(tx: &mut Transaction, before: i64) -> Result<(), DbError> {
    tx.execute(FORGET_MAIL, values![before]).await?;
    tx.execute(FORGET, values![before]).await.map(drop)
}
