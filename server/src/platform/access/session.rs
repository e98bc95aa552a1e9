//! Sessions in the database. What opens one is random and kept as a hash alone.

use std::time::Duration;

use jiff::Timestamp;
use shared::account::{RoleHeld, SessionLine};

use crate::platform::db::{Connection, DbError, Transaction};
use crate::secret::{hash_secret, random_base32, random_id};
use crate::values;

/// Unused for so long, a session ends.
const IDLE: Duration = Duration::from_secs(2 * 60 * 60);
/// After so long it ends in any case: a long working day.
const WHOLE: Duration = Duration::from_secs(12 * 60 * 60);
/// Its use is noted no more often than that.
const NOTED: Duration = Duration::from_secs(60);

/// Letters of a session's secret: 52 × 5 = 260 bits.
const SECRET_LENGTH: usize = 52;
/// Characters that are kept of how a browser describes itself.
const DEVICE_MAX: usize = 200;

const BEGIN: &str = "
    insert into session (hash, id, account_id, device, began_at, seen_at) values ($1, $2, $3, $4, $5, $5)";
const FIND: &str = "
    select s.id, s.account_id, s.began_at, s.seen_at, a.name, a.full_name
    from session s join account a on a.id = s.account_id
    where s.hash = $1 and a.active = 1 and s.seen_at > $2 and s.began_at > $3";
const ROLES: &str = "select role, agency_key from role_held where account_id = $1 order by id";
const NOTE: &str = "update session set seen_at = $2 where id = $1";
const LIST: &str = "
    select id, began_at, seen_at, device from session
    where account_id = $1 and seen_at > $2 and began_at > $3 order by seen_at desc, id";
const END: &str = "delete from session where account_id = $1 and id = $2";
const END_ALL: &str = "delete from session where account_id = $1";
const SWEEP: &str = "delete from session where seen_at <= $1 or began_at <= $2";

/// A session that has just begun.
pub struct Begun {
    /// What opens it. It is told once, in the cookie.
    pub secret: String,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
}

/// A session as it was found.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) account_id: i64,
    pub(super) name: String,
    pub(super) full_name: String,
    pub(super) ends_at: Timestamp,
    pub(super) roles: Vec<RoleHeld>,
    /// Whether its use should be noted.
    pub(super) is_stale: bool,
}

/// Begins one.
pub async fn begin(
    tx: &mut Transaction,
    account_id: i64,
    device: &str,
    now: Timestamp,
) -> Result<Begun, DbError> {
    let secret = random_base32(SECRET_LENGTH);
    let device: String = device.chars().filter(|c| !c.is_control()).take(DEVICE_MAX).collect();
    tx.execute(BEGIN, values![hash_secret(&secret), random_id(), account_id, device, now]).await?;
    Ok(Begun { secret, ends_at: now + WHOLE })
}

/// The session that a secret opens, unless it has ended.
pub(super) async fn find(
    connection: &mut Connection,
    secret: &str,
    now: Timestamp,
) -> Result<Option<Found>, DbError> {
    let (idle, whole) = (before(now, IDLE), before(now, WHOLE));
    let Some(row) = connection.fetch_optional(FIND, values![hash_secret(secret), idle, whole]).await? else {
        return Ok(None);
    };
    let account_id = row.int(1)?;
    let roles = connection.fetch_all(ROLES, values![account_id]).await?;
    let roles = roles.iter().filter_map(|row| {
        // A role of a later version counts as none.
        let role = row.text(0).ok()?.parse().ok()?;
        Some(RoleHeld { role, agency: row.optional_text(1).ok()? })
    });
    Ok(Some(Found {
        id: row.text(0)?,
        account_id,
        name: row.text(4)?,
        full_name: row.text(5)?,
        ends_at: moment(row.int(2)?) + WHOLE,
        roles: roles.collect(),
        is_stale: moment(row.int(3)?) + NOTED <= now,
    }))
}

/// Notes that it was used.
pub(super) async fn note(tx: &mut Transaction, id: &str, now: Timestamp) -> Result<(), DbError> {
    tx.execute(NOTE, values![id, now]).await.map(drop)
}

/// The sessions of an account, the latest used first.
pub async fn list(
    connection: &mut Connection,
    account_id: i64,
    present: &str,
    now: Timestamp,
) -> Result<Vec<SessionLine>, DbError> {
    let (idle, whole) = (before(now, IDLE), before(now, WHOLE));
    let rows = connection.fetch_all(LIST, values![account_id, idle, whole]).await?;
    let line = |row: &crate::platform::db::Row| {
        let id = row.text(0)?;
        Ok(SessionLine {
            is_present: id == present,
            id,
            began_at: row.int(1)?,
            seen_at: row.int(2)?,
            device: row.text(3)?,
        })
    };
    rows.iter().map(line).collect()
}

/// Ends one of an account; whether there was one.
pub async fn end(tx: &mut Transaction, account_id: i64, id: &str) -> Result<bool, DbError> {
    Ok(tx.execute(END, values![account_id, id]).await? > 0)
}

/// Ends all of an account.
pub async fn end_all(tx: &mut Transaction, account_id: i64) -> Result<u64, DbError> {
    tx.execute(END_ALL, values![account_id]).await
}

/// Forgets those that have ended; how many.
pub async fn sweep(tx: &mut Transaction, now: Timestamp) -> Result<u64, DbError> {
    tx.execute(SWEEP, values![before(now, IDLE), before(now, WHOLE)]).await
}

fn before(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_sub(by).unwrap_or(now)
}

fn moment(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}
