//! Templates in the database.

use shared::complaint::desk::template::{NewTemplate, Template};

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

const ALL: &str = "
    select id, version, name, sector_key, outcome, body from answer_template order by name, id";
const ADD: &str = "
    insert into answer_template (name, sector_key, outcome, body) values ($1, $2, $3, $4) returning id";
const CHANGE: &str = "
    update answer_template set name = $3, sector_key = $4, outcome = $5, body = $6, version = version + 1
    where id = $1 and version = $2";
const REMOVE: &str = "delete from answer_template where id = $1 and version = $2";
const VERSION: &str = "select version from answer_template where id = $1";

/// All of them, by name.
pub async fn all(connection: &mut Connection) -> Result<Vec<Template>, DbError> {
    connection.fetch_all(ALL, values![]).await?.iter().map(read).collect()
}

/// Enters one; its number.
pub async fn add(tx: &mut Transaction, new: &NewTemplate) -> Result<i64, DbError> {
    let values = values![&new.name, new.sector.as_ref(), new.outcome.as_str(), &new.text];
    tx.fetch_one(ADD, values).await?.int(0)
}

/// Changes one of a version; whether it was there.
pub async fn change(tx: &mut Transaction, id: i64, version: i64, new: &NewTemplate) -> Result<bool, DbError> {
    let values = values![id, version, &new.name, new.sector.as_ref(), new.outcome.as_str(), &new.text];
    Ok(tx.execute(CHANGE, values).await? > 0)
}

/// Removes one of a version; whether it was there.
pub async fn remove(tx: &mut Transaction, id: i64, version: i64) -> Result<bool, DbError> {
    Ok(tx.execute(REMOVE, values![id, version]).await? > 0)
}

/// The version of one, if it is there.
pub async fn version(connection: &mut Connection, id: i64) -> Result<Option<i64>, DbError> {
    let row = connection.fetch_optional(VERSION, values![id]).await?;
    row.map(|row| row.int(0)).transpose()
}

fn read(row: &Row) -> Result<Template, DbError> {
    let outcome = row.text(4)?;
    Ok(Template {
        id: row.int(0)?,
        version: row.int(1)?,
        name: row.text(2)?,
        sector: row.optional_text(3)?,
        outcome: outcome.parse().map_err(|_| DbError::Other(format!("not an outcome: {outcome}")))?,
        text: row.text(5)?,
    })
}
