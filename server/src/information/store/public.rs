//! What everyone reads, as lists.

use std::ops::Range;

use shared::calendar::Day;
use shared::information::{Category, InformationFilter, InformationLine, InformationVersion};

use super::{forms, read_version, version_columns};
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::platform::search;
use crate::values;

const LINE: &str = "p.information_id, v.title, v.summary, v.category, v.agency_key, v.made_on, v.published_on, v.forms, v.topic";
const NEWS: &str = "
    select p.information_id, v.title, v.summary, v.category, v.agency_key, p.published_at
    from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number";

const PARTS: &str = "select distinct information_id / $1 from information_public order by 1";
const ADDRESSES: &str = "
    select p.information_id, v.published_on
    from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number
    where p.information_id >= $1 and p.information_id < $2 order by p.information_id";

/// The next public entries below a number, the newest first.
pub(in crate::information) async fn list(
    connection: &mut Connection,
    filter: &InformationFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<InformationLine>, DbError> {
    let line = |row: &Row| {
        Ok(InformationLine {
            id: row.int("information_id")?,
            title: row.text("title")?,
            summary: row.text("summary")?,
            category: row.word("category")?,
            agency: row.text("agency_key")?,
            made_on: row.date("made_on")?.into(),
            published_on: row.date("published_on")?.into(),
            forms: forms(&row.text("forms")?)?,
            topic: row.optional_text("topic")?,
        })
    };
    rows(connection, LINE, filter, below, limit).await?.iter().map(line).collect()
}

/// An entry with all that it says to everyone.
pub(in crate::information) struct Listed {
    /// Its number.
    pub(in crate::information) id: i64,
    /// What everyone reads now.
    pub(in crate::information) version: InformationVersion,
}

/// The same with all that they say, but for their files.
pub(in crate::information) async fn whole(
    connection: &mut Connection,
    filter: &InformationFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<Listed>, DbError> {
    const COLUMNS: &str = concat!("p.information_id, ", version_columns!());
    let listed = |row: &Row| Ok(Listed { id: row.int("information_id")?, version: read_version(row)? });
    rows(connection, COLUMNS, filter, below, limit).await?.iter().map(listed).collect()
}

async fn rows(
    connection: &mut Connection,
    columns: &'static str,
    filter: &InformationFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<Row>, DbError> {
    let mut values: Vec<Value> = Vec::new();
    let mut bind = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let (mut from, mut id) = ("information_public p".to_owned(), "p.information_id");
    let mut conditions = Vec::new();
    if let Some(text) = &filter.q {
        let Some(found) = search::information::found_by(connection.engine(), text) else {
            return Ok(Vec::new());
        };
        from = format!("{} join information_public p on p.information_id = {}", found.table, found.id);
        // Walked in the order of the search's own numbers, so that a page costs what a page holds.
        id = found.id;
        conditions.push(found.condition(&bind(found.asked.as_str().into())));
    }
    conditions.push(format!("{id} < {}", bind(below.into())));
    let narrow = [
        ("p.category", filter.category.map(|category| Value::from(category.as_str()))),
        ("p.agency_key", filter.agency.as_deref().map(Value::from)),
        ("p.year", filter.year.map(|year| Value::from(i64::from(year)))),
        ("p.topic", filter.topic.as_deref().map(Value::from)),
    ];
    for (column, value) in narrow {
        if let Some(value) = value {
            conditions.push(format!("{column} = {}", bind(value)));
        }
    }
    if let Some(form) = filter.form {
        // Words of the product, not of whoever asks.
        conditions.push(format!("' ' || v.forms || ' ' like '% {form} %'"));
    }
    let sql = format!(
        "select {columns}
         from {from} join information_version v on v.information_id = p.information_id and v.number = p.number
         where {} order by {id} desc limit {}",
        conditions.join(" and "),
        bind(limit.into())
    );
    connection.fetch_all(AssertSqlSafe(sql), &values).await
}

/// A public entry as feeds tell of it.
pub(in crate::information) struct News {
    pub(in crate::information) id: i64,
    pub(in crate::information) title: String,
    pub(in crate::information) summary: String,
    pub(in crate::information) category: Category,
    pub(in crate::information) agency: String,
    /// The moment this version became public, in milliseconds since 1970 (UTC).
    pub(in crate::information) at: i64,
}

/// What became public last, of all or of what is immediate alone, behind a moment and an entry of that moment.
pub(in crate::information) async fn newest(
    connection: &mut Connection,
    is_immediate: bool,
    after: Option<(i64, i64)>,
    limit: i64,
) -> Result<Vec<News>, DbError> {
    let (at, id) = after.unwrap_or((i64::MAX, i64::MAX));
    let narrowed = if is_immediate { " and p.category = 'immediate'" } else { "" };
    let sql = format!(
        "{NEWS} where (p.published_at, p.information_id) < ($1, $2){narrowed}
         order by p.published_at desc, p.information_id desc limit $3"
    );
    let news = |row: &Row| {
        Ok(News {
            id: row.int("information_id")?,
            title: row.text("title")?,
            summary: row.text("summary")?,
            category: row.word("category")?,
            agency: row.text("agency_key")?,
            at: row.int("published_at")?,
        })
    };
    let values = [at, id, limit].map(Value::from);
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(news).collect()
}

/// Which parts of so many numbers each hold entries that are public.
pub async fn public_parts(connection: &mut Connection, numbers: i64) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(PARTS, values![numbers]).await?.iter().map(|row| row.int(0)).collect()
}

/// Where the public entries among some numbers are, and the day on which each became public as it is.
pub async fn public_addresses(
    connection: &mut Connection,
    numbers: Range<i64>,
) -> Result<Vec<(String, Option<Day>)>, DbError> {
    let rows = connection.fetch_all(ADDRESSES, values![numbers.start, numbers.end]).await?;
    let address = |row: &Row| Ok((format!("/informasi/{}", row.int(0)?), Some(row.date(1)?.into())));
    rows.iter().map(address).collect()
}
