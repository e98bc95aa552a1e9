//! Accounts in the database.

use jiff::Timestamp;
use shared::account::RoleHeld;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

const INSERT: &str = "
    insert into account (name, full_name, email, created_at) values ($1, $2, $3, $4) returning id";
const INSERT_ROLE: &str = "insert into role_held (account_id, role, agency_key) values ($1, $2, $3)";
const BY_NAME: &str = "
    select id, name, full_name, password, totp, active from account where name = $1";
const ROLES: &str = "select role, agency_key from role_held where account_id = $1 order by id";
const COUNT: &str = "select count(*) from account";
const INVITE: &str = "
    insert into invitation (account_id, hash, ends_at) values ($1, $2, $3)
    on conflict (account_id) do update set hash = excluded.hash, ends_at = excluded.ends_at";
const INVITED: &str = "
    select a.id, a.name, a.full_name, a.password, a.totp, a.active, i.ends_at
    from invitation i join account a on a.id = i.account_id
    where i.hash = $1 and i.ends_at > $2 and a.active = 1";
const UNINVITE: &str = "delete from invitation where account_id = $1";
const SET_TOTP: &str = "update account set totp = $2, totp_step = 0 where id = $1";
const SET_PASSWORD: &str = "update account set password = $2, totp_step = $3 where id = $1";
const USE_STEP: &str = "update account set totp_step = $2 where id = $1 and totp_step < $2 returning id";
const SIGNED_IN: &str = "update account set signed_in_at = $2 where id = $1";
const FORGET_CODES: &str = "delete from recovery_code where account_id = $1";
const ADD_CODE: &str = "insert into recovery_code (hash, account_id) values ($1, $2)";
const USE_CODE: &str = "delete from recovery_code where hash = $1 and account_id = $2";
const COUNT_CODES: &str = "select count(*) from recovery_code where account_id = $1";
const ACTIVATE: &str = "update account set active = $2 where id = $1";

/// An account.
pub struct Account {
    /// Its row.
    pub id: i64,
    /// What it signs in with.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The password's hash, once there is one.
    pub password: Option<String>,
    /// The second factor's key, sealed.
    pub totp: Option<Vec<u8>>,
    /// Whether it may sign in.
    pub is_active: bool,
}

impl Account {
    fn read(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.int(0)?,
            name: row.text(1)?,
            full_name: row.text(2)?,
            password: row.optional_text(3)?,
            totp: row.optional_blob(4)?,
            is_active: row.flag(5)?,
        })
    }
}

/// Enters an account that cannot sign in yet; its row.
pub async fn insert(
    tx: &mut Transaction,
    name: &str,
    full_name: &str,
    email: Option<&str>,
    now: Timestamp,
) -> Result<i64, DbError> {
    tx.fetch_one(INSERT, values![name, full_name, email, now]).await?.int(0)
}

/// Gives it roles.
pub async fn add_roles(tx: &mut Transaction, id: i64, roles: &[RoleHeld]) -> Result<(), DbError> {
    for held in roles {
        tx.execute(INSERT_ROLE, values![id, held.role.as_str(), held.agency.as_ref()]).await?;
    }
    Ok(())
}

/// An account by its name.
pub async fn by_name(connection: &mut Connection, name: &str) -> Result<Option<Account>, DbError> {
    connection.fetch_optional(BY_NAME, values![name]).await?.map(|row| Account::read(&row)).transpose()
}

/// What it is there for. Roles of a later version count as none.
pub async fn roles(connection: &mut Connection, id: i64) -> Result<Vec<RoleHeld>, DbError> {
    let rows = connection.fetch_all(ROLES, values![id]).await?;
    let read = |row: &Row| -> Option<RoleHeld> {
        Some(RoleHeld { role: row.text(0).ok()?.parse().ok()?, agency: row.optional_text(1).ok()? })
    };
    Ok(rows.iter().filter_map(read).collect())
}

/// How many accounts there are.
pub async fn count(connection: &mut Connection) -> Result<i64, DbError> {
    connection.fetch_one(COUNT, &[]).await?.int(0)
}

/// Puts an invitation in the place of the one before.
pub async fn invite(
    tx: &mut Transaction,
    id: i64,
    hash: [u8; 32],
    ends_at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(INVITE, values![id, hash, ends_at]).await.map(drop)
}

/// The account of an invitation that holds, and until when.
pub async fn invited(
    connection: &mut Connection,
    hash: [u8; 32],
    now: Timestamp,
) -> Result<Option<(Account, i64)>, DbError> {
    let row = connection.fetch_optional(INVITED, values![hash, now]).await?;
    row.map(|row| Ok((Account::read(&row)?, row.int(6)?))).transpose()
}

/// Uses an invitation up; whether it was still there.
pub async fn use_invitation(tx: &mut Transaction, id: i64) -> Result<bool, DbError> {
    Ok(tx.execute(UNINVITE, values![id]).await? > 0)
}

/// Gives it a key of the second factor, sealed.
pub async fn set_totp(tx: &mut Transaction, id: i64, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.execute(SET_TOTP, values![id, sealed]).await.map(drop)
}

/// Gives it a password. The step of the code that was shown with it counts as used.
pub async fn set_password(tx: &mut Transaction, id: i64, hash: &str, step: i64) -> Result<(), DbError> {
    tx.execute(SET_PASSWORD, values![id, hash, step]).await.map(drop)
}

/// Uses a step of the second factor up; whether it was still to be used.
pub async fn use_step(tx: &mut Transaction, id: i64, step: i64) -> Result<bool, DbError> {
    Ok(tx.fetch_optional(USE_STEP, values![id, step]).await?.is_some())
}

/// Notes that somebody signed in.
pub async fn signed_in(tx: &mut Transaction, id: i64, now: Timestamp) -> Result<(), DbError> {
    tx.execute(SIGNED_IN, values![id, now]).await.map(drop)
}

/// Puts new recovery codes, as hashes, in the place of those before.
pub async fn set_codes(tx: &mut Transaction, id: i64, hashes: &[[u8; 32]]) -> Result<(), DbError> {
    tx.execute(FORGET_CODES, values![id]).await?;
    for hash in hashes {
        tx.execute(ADD_CODE, values![hash, id]).await?;
    }
    Ok(())
}

/// Uses a recovery code up; whether it was one.
pub async fn use_code(tx: &mut Transaction, id: i64, hash: [u8; 32]) -> Result<bool, DbError> {
    Ok(tx.execute(USE_CODE, values![hash, id]).await? > 0)
}

/// How many recovery codes are left.
pub async fn count_codes(connection: &mut Connection, id: i64) -> Result<i64, DbError> {
    connection.fetch_one(COUNT_CODES, values![id]).await?.int(0)
}

/// Lets it sign in, or not any more.
pub async fn activate(tx: &mut Transaction, id: i64, is_active: bool) -> Result<(), DbError> {
    tx.execute(ACTIVATE, values![id, is_active]).await.map(drop)
}
