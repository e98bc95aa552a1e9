//! The staff as colleagues see them.

use shared::access::Role;
use shared::complaint::desk::Person;

use crate::platform::db::{Connection, DbError, Row};
use crate::values;

const PEOPLE: &str = "select id, name, full_name from account order by id";
const WITH_ROLE: &str = "
    select distinct a.id from account a join role_held r on r.account_id = a.id
    where a.active = 1 and a.password is not null and r.role = $1 and ($2 = '' or r.agency_key = $2)
    order by a.id";
const COLLEAGUES: &str = "
    select distinct a.id, a.name, a.full_name from account a join role_held r on r.account_id = a.id
    where a.active = 1 and a.password is not null
      and r.role in ('liaison', 'responsible_officer') and r.agency_key = $1
    order by a.full_name, a.name";
const CHECKERS: &str = "
    select distinct a.id, a.name, a.full_name from account a join role_held r on r.account_id = a.id
    where a.active = 1 and a.password is not null
      and r.role in ('coordinator', 'liaison', 'responsible_officer')
      and not exists (select 1 from role_held own where own.account_id = a.id and own.agency_key = $1)
    order by a.full_name, a.name";
const INSPECTORS: &str = "
    select distinct a.id, a.name, a.full_name from account a join role_held r on r.account_id = a.id
    where a.active = 1 and a.password is not null and r.role = 'inspectorate'
    order by a.full_name, a.name";

/// Accounts in use that hold a role, for an agency or, where none is named, for any.
pub async fn with_role(
    connection: &mut Connection,
    role: Role,
    agency: Option<&str>,
) -> Result<Vec<i64>, DbError> {
    let values = values![role.as_str(), agency.unwrap_or_default()];
    connection.fetch_all(WITH_ROLE, values).await?.iter().map(|row| row.int(0)).collect()
}

/// Those who could check an agency's work: who work cases, and none of its own.
pub async fn checkers(connection: &mut Connection, agency: &str) -> Result<Vec<(i64, Person)>, DbError> {
    connection.fetch_all(CHECKERS, values![agency]).await?.iter().map(person).collect()
}

/// Everyone, with their rows.
pub async fn people(connection: &mut Connection) -> Result<Vec<(i64, Person)>, DbError> {
    connection.fetch_all(PEOPLE, &[]).await?.iter().map(person).collect()
}

/// Those who work an agency's cases.
pub async fn colleagues(connection: &mut Connection, agency: &str) -> Result<Vec<(i64, Person)>, DbError> {
    connection.fetch_all(COLLEAGUES, values![agency]).await?.iter().map(person).collect()
}

/// Those who work the sealed lane.
pub async fn inspectors(connection: &mut Connection) -> Result<Vec<(i64, Person)>, DbError> {
    connection.fetch_all(INSPECTORS, &[]).await?.iter().map(person).collect()
}

fn person(row: &Row) -> Result<(i64, Person), DbError> {
    Ok((row.int(0)?, Person { name: row.text(1)?, full_name: row.text(2)? }))
}
