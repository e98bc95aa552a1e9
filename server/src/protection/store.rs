//! Readings and breaches in the database.

use jiff::Timestamp;
use shared::complaint::TrackingCode;
use shared::complaint::desk::IdentityReading;
use shared::protection::{Breach, BreachAccount, NOTICE_MILLISECONDS, NewBreach};

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

/// Readings that are shown.
const SHOWN: i64 = 200;

const READINGS: &str = "
    select e.at, c.code, e.body, t.text, e.position
    from event e
        join complaint c on c.id = e.complaint_id
        left join event_text t on t.event_position = e.position and t.name = 'note'
    where e.kind = 'identity_read' order by e.position desc limit $1";
const APPLICANTS_READ: &str = "
    select e.at, null, e.body, t.text, e.position
    from event e left join event_text t on t.event_position = e.position and t.name = 'note'
    where e.kind = 'applicant_read' order by e.position desc limit $1";
const NAMES: &str = "select id, full_name from account";
const BREACHES: &str = "
    select id, version, found_at, data, course, remedy, people, told_at from breach order by found_at desc, id desc";
const ADD: &str = "
    insert into breach (found_at, data, course, remedy, people) values ($1, $2, $3, $4, $5) returning id";
const CHANGE: &str = "
    update breach
    set data = $3, course = $4, remedy = $5, people = $6, told_at = coalesce(told_at, $7), version = version + 1
    where id = $1 and version = $2";
const VERSION: &str = "select version from breach where id = $1";

/// Who read whose identity, the latest first.
pub async fn readings(connection: &mut Connection) -> Result<Vec<IdentityReading>, DbError> {
    let names = connection.fetch_all(NAMES, values![]).await?;
    let name = |id: i64| names.iter().find(|row| row.int(0).is_ok_and(|known| known == id));
    let read = |row: &Row| {
        let body: serde_json::Value = serde_json::from_str(&row.text(2)?).unwrap_or_default();
        let by = body["by"].as_i64().and_then(name).map(|row| row.text(1)).transpose()?;
        let code = match body["request"].as_str() {
            Some(number) => number.to_owned(),
            None => row.optional_text(1)?.unwrap_or_default(),
        };
        let reading = IdentityReading {
            at: row.int(0)?,
            code: TrackingCode::parse(&code).map_or(code, |code| code.to_string()),
            by: by.unwrap_or_default(),
            reason: row.optional_text(3)?,
        };
        Ok::<_, DbError>((row.int(4)?, reading))
    };
    let mut found = Vec::new();
    for sql in [READINGS, APPLICANTS_READ] {
        for row in connection.fetch_all(sql, values![SHOWN]).await? {
            found.push(read(&row)?);
        }
    }
    found.sort_by_key(|(position, _)| std::cmp::Reverse(*position));
    Ok(found.into_iter().take(SHOWN as usize).map(|(_, reading)| reading).collect())
}

/// All breaches, the latest first.
pub async fn breaches(connection: &mut Connection) -> Result<Vec<Breach>, DbError> {
    let read = |row: &Row| {
        let found_at = row.int(2)?;
        Ok(Breach {
            id: row.int(0)?,
            version: row.int(1)?,
            found_at,
            due_at: found_at + NOTICE_MILLISECONDS,
            account: BreachAccount {
                data: row.text(3)?,
                course: row.text(4)?,
                remedy: row.text(5)?,
                people: row.int(6)?.try_into().unwrap_or(u32::MAX),
            },
            told_at: row.optional_int(7)?,
        })
    };
    connection.fetch_all(BREACHES, values![]).await?.iter().map(read).collect()
}

/// Enters one; its number.
pub async fn add(tx: &mut Transaction, new: &NewBreach) -> Result<i64, DbError> {
    let BreachAccount { data, course, remedy, people } = &new.account;
    let values = values![new.found_at, data, course, remedy, i64::from(*people)];
    tx.fetch_one(ADD, values).await?.int(0)
}

/// Changes one of a version; whether it was there.
pub async fn change(
    tx: &mut Transaction,
    id: i64,
    version: i64,
    account: &BreachAccount,
    told_at: Option<Timestamp>,
) -> Result<bool, DbError> {
    let BreachAccount { data, course, remedy, people } = account;
    let values = values![id, version, data, course, remedy, i64::from(*people), told_at];
    Ok(tx.execute(CHANGE, values).await? > 0)
}

/// The version of one, if it is there.
pub async fn version(connection: &mut Connection, id: i64) -> Result<Option<i64>, DbError> {
    let row = connection.fetch_optional(VERSION, values![id]).await?;
    row.map(|row| row.int(0)).transpose()
}
