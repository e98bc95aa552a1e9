//! The register in the database.

use std::collections::BTreeMap;

use jiff::Timestamp;
use shared::access::Role;
use shared::account::{AccountLine, AccountPerson, AccountState, RoleHeld};

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

const ALL: &str = "
    select a.id, a.name, a.version, a.full_name, a.email, a.active, a.signed_in_at, i.ends_at,
        cast(case when a.password is null then 0 else 1 end as bigint)
    from account a left join invitation i on i.account_id = a.id
    order by a.name";
const ROLES: &str = "select account_id, role, agency_key from role_held order by id";
const ENTRY: &str = "select id, name, version from account where name = $1";
const LOCK: &str = "update account set version = version + 1 where id = $1 and version = $2 returning id";
const MARK: &str = "update account set version = version + 1 where id = $1";
const CHANGE: &str = "update account set full_name = $2, email = $3 where id = $1";
const FORGET_ROLES: &str = "delete from role_held where account_id = $1";
const OTHERS_WITH: &str = "
    select count(distinct a.id) from account a join role_held r on r.account_id = a.id
    where a.active = 1 and a.password is not null and r.role = $1 and a.id <> $2";

/// What a command needs to know of an account.
pub struct Entry {
    /// Its row.
    pub id: i64,
    /// What it signs in with.
    pub name: String,
    /// Its version.
    pub version: i64,
}

/// All of them, by name.
pub async fn all(connection: &mut Connection, now: Timestamp) -> Result<Vec<AccountLine>, DbError> {
    let mut roles: BTreeMap<i64, Vec<RoleHeld>> = BTreeMap::new();
    for row in connection.fetch_all(ROLES, &[]).await? {
        // Roles of a later version count as none.
        if let Ok(role) = row.text(1)?.parse() {
            roles.entry(row.int(0)?).or_default().push(RoleHeld { role, agency: row.optional_text(2)? });
        }
    }
    let rows = connection.fetch_all(ALL, &[]).await?;
    rows.iter().map(|row| line(row, roles.remove(&row.int(0)?).unwrap_or_default(), now)).collect()
}

fn line(row: &Row, roles: Vec<RoleHeld>, now: Timestamp) -> Result<AccountLine, DbError> {
    let state = match (row.flag(5)?, row.flag(8)?) {
        (false, _) => AccountState::Inactive,
        (true, false) => AccountState::Invited,
        (true, true) => AccountState::Active,
    };
    Ok(AccountLine {
        name: row.text(1)?,
        version: row.int(2)?,
        full_name: row.text(3)?,
        email: row.optional_text(4)?,
        roles,
        state,
        signed_in_at: row.optional_int(6)?,
        invited_until: row.optional_int(7)?.filter(|until| *until > now.as_millisecond()),
    })
}

/// One by its name.
pub async fn entry(connection: &mut Connection, name: &str) -> Result<Option<Entry>, DbError> {
    let row = connection.fetch_optional(ENTRY, values![name]).await?;
    row.map(|row| Ok(Entry { id: row.int(0)?, name: row.text(1)?, version: row.int(2)? })).transpose()
}

/// Moves one of a version on to the next, and holds it until the end; whether it was of that version.
pub async fn take(tx: &mut Transaction, id: i64, version: i64) -> Result<bool, DbError> {
    Ok(tx.fetch_optional(LOCK, values![id, version]).await?.is_some())
}

/// Moves one on to the next version.
pub async fn mark(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(MARK, values![id]).await.map(drop)
}

/// Changes who has it.
pub async fn change(tx: &mut Transaction, id: i64, person: &AccountPerson) -> Result<(), DbError> {
    tx.execute(CHANGE, values![id, &person.full_name, person.email.as_ref()]).await?;
    tx.execute(FORGET_ROLES, values![id]).await?;
    super::super::store::add_roles(tx, id, &person.roles).await
}

/// How many others, who can sign in, have a role.
pub async fn others_with(connection: &mut Connection, role: Role, without: i64) -> Result<i64, DbError> {
    connection.fetch_one(OTHERS_WITH, values![role.as_str(), without]).await?.int(0)
}
