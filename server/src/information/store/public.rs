//! What everyone reads, as lists.

use std::ops::Range;

use shared::calendar::Day;
use shared::information::{Category, InformationFilter, InformationLine, InformationVersion};

use super::{forms, read_version, version_columns};
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::platform::search::information::{Found, Mark, Spread, first_stretch, found_by, further_stretch};
use crate::values;

const LINE: &str = "p.information_id, v.title, v.summary, v.category, v.agency_key, v.made_on, v.published_on, v.forms, v.topic";
const NEWS: &str = "
    select p.information_id, v.title, v.summary, v.category, v.agency_key, p.published_at
    from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number";

const ALL: &str = "
    select information_id from information_public where information_id < $1 order by information_id desc limit $2";

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

pub(super) async fn rows(
    connection: &mut Connection,
    columns: &'static str,
    filter: &InformationFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<Row>, DbError> {
    if *filter == InformationFilter::default() {
        return read(connection, columns, ALL, values![below, limit]).await;
    }
    let found = found_by(connection.engine(), filter.q.as_deref(), &marks(filter));
    let Some(found) = found else {
        return Ok(Vec::new());
    };
    let left = |rows: &[Row]| limit - i64::try_from(rows.len()).unwrap_or(limit);
    let stretch = first_stretch(limit);
    let (mut rows, mut below) = looked_through(connection, columns, &found, (below, stretch), limit).await?;
    let further = further_stretch(stretch, limit - left(&rows), left(&rows));
    if let (Some(from), Some(many)) = (below, further) {
        let (more, end) = looked_through(connection, columns, &found, (from, many), left(&rows)).await?;
        rows.extend(more);
        below = end;
    }
    if let (Some(below), true) = (below, left(&rows) > 0) {
        rows.extend(looked_up(connection, columns, &found, below, left(&rows)).await?);
    }
    Ok(rows)
}

/// What is found by looking through so many entries below a number, where that comes first, and the number of the entry down
/// to which it was done; none where that was the end of the list.
pub(super) async fn looked_through(
    connection: &mut Connection,
    columns: &'static str,
    found: &Found,
    (below, many): (i64, i64),
    limit: i64,
) -> Result<(Vec<Row>, Option<i64>), DbError> {
    let mut values = Vec::new();
    let Some(border) = found.border(below, many, |value| bind(&mut values, value)) else {
        return Ok((Vec::new(), Some(below)));
    };
    let border = connection.fetch_optional(AssertSqlSafe(border), &values).await?;
    let mut values = Vec::new();
    let numbers = found.looked_through(below, many, limit, |value| bind(&mut values, value));
    let rows = read(connection, columns, &numbers, &values).await?;
    Ok((rows, border.map(|row| row.int(0)).transpose()?))
}

/// What is found by the index of words.
pub(super) async fn looked_up(
    connection: &mut Connection,
    columns: &'static str,
    found: &Found,
    below: i64,
    limit: i64,
) -> Result<Vec<Row>, DbError> {
    let mut values = Vec::new();
    let sample = match found.sampled(|value| bind(&mut values, value)) {
        Some(sample) => connection.fetch_optional(AssertSqlSafe(sample), &values).await?,
        None => None,
    };
    let spread = sample.map(|row| spread(&row, found.conditions())).transpose()?;
    let mut values = Vec::new();
    let numbers = found.looked_up(below, limit, spread.as_ref(), |value| bind(&mut values, value));
    read(connection, columns, &numbers, &values).await
}

/// How often each condition of a search holds; how many entries there are and were looked at comes first.
fn spread(row: &Row, conditions: usize) -> Result<Spread, DbError> {
    let held = (2..2 + conditions).map(|column| row.int(column)).collect::<Result<_, _>>()?;
    Ok(Spread { all: row.int(0)?, of: row.int(1)?, held })
}

/// Takes a value among those of a statement; its sign there.
fn bind(values: &mut Vec<Value>, value: Value) -> String {
    values.push(value);
    format!("${}", values.len())
}

/// Reads some columns of the entries whose numbers a statement gives, the newest first.
async fn read(
    connection: &mut Connection,
    columns: &'static str,
    numbers: &str,
    values: &[Value],
) -> Result<Vec<Row>, DbError> {
    let sql = format!(
        "select {columns}
         from ({numbers}) n join information_public p on p.information_id = n.information_id
             join information_version v on v.information_id = p.information_id and v.number = p.number
         order by n.information_id desc"
    );
    connection.fetch_all(AssertSqlSafe(sql), values).await
}

/// What entries are marked with that a filter leaves.
fn marks(filter: &InformationFilter) -> Vec<Mark<'_>> {
    [
        filter.category.map(|category| Mark::Category(category.as_str())),
        filter.agency.as_deref().map(Mark::Agency),
        filter.year.map(Mark::Year),
        filter.topic.as_deref().map(Mark::Topic),
        filter.form.map(|form| Mark::Form(form.as_str())),
    ]
    .into_iter()
    .flatten()
    .collect()
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
