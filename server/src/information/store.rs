//! Entries of public information in the database.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::information::{
    Category, CheckedInformation, DeskInformationLine, Form, InformationFilter, InformationLine,
    InformationStage, InformationVersion,
};

use super::file;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Transaction, Value};
use crate::platform::search;
use crate::values;

macro_rules! version_columns {
    () => {
        "v.number, v.title, v.summary, v.category, v.agency_key, v.official, v.made_on, v.made_at, v.forms, v.keep_until,
         v.topic, v.plain, v.local, v.link, v.published_on"
    };
}

const ADD: &str = "
    insert into information (stage, newest, agency_key, changed_on, changed_at) values ('draft', 1, $1, $2, $3)
    returning id";
const TOUCH: &str = "update information set version = version + 1 where id = $1";
const TAKE: &str = "update information set version = version + 1 where id = $1 and version = $2";
const ENTRY: &str = "
    select id, version, stage, newest, public_number, withdrawn_on, reason, agency_key from information where id = $1";
const CHANGE: &str = "
    update information set stage = $2, newest = $3, public_number = $4, withdrawn_on = $5, reason = $6, agency_key = $7,
        changed_on = $8, changed_at = $9
    where id = $1";
const PUT_VERSION: &str = "
    insert into information_version (information_id, number, title, summary, category, agency_key, official, made_on,
        made_at, forms, keep_until, topic, plain, local, link)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (information_id, number) do update set title = excluded.title, summary = excluded.summary,
        category = excluded.category, agency_key = excluded.agency_key, official = excluded.official,
        made_on = excluded.made_on, made_at = excluded.made_at, forms = excluded.forms,
        keep_until = excluded.keep_until, topic = excluded.topic, plain = excluded.plain, local = excluded.local,
        link = excluded.link";
const VERSION: &str = concat!(
    "select ",
    version_columns!(),
    " from information_version v where v.information_id = $1 and v.number = $2"
);
const PUBLISHED: &str = concat!(
    "select ",
    version_columns!(),
    " from information_version v where v.information_id = $1 and v.published_on is not null order by v.number desc"
);
const PUBLISH_VERSION: &str = "update information_version set published_on = $3, published_at = $4 where information_id = $1 and number = $2";
const SHOW: &str = "
    insert into information_public (information_id, number, category, agency_key, year, topic, published_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (information_id) do update set number = excluded.number, category = excluded.category,
        agency_key = excluded.agency_key, year = excluded.year, topic = excluded.topic,
        published_at = excluded.published_at";
const HIDE: &str = "delete from information_public where information_id = $1";
const NEWEST: &str = "
    select p.information_id, v.title, v.summary, v.category, v.agency_key, p.published_at
    from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number
    order by p.published_at desc, p.information_id desc limit $1";
const NEWEST_IMMEDIATE: &str = "
    select p.information_id, v.title, v.summary, v.category, v.agency_key, p.published_at
    from information_public p join information_version v on v.information_id = p.information_id and v.number = p.number
    where p.category = 'immediate' order by p.published_at desc, p.information_id desc limit $1";
const DESK: &str = "
    select i.id, i.version, v.title, v.category, v.agency_key, i.stage, i.public_number, i.changed_on, i.changed_at
    from information i join information_version v on v.information_id = i.id and v.number = i.newest";

/// An entry as it is worked on.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) version: i64,
    pub(super) stage: InformationStage,
    /// The number of the newest version.
    pub(super) newest: i64,
    /// The number of the one that everyone reads.
    pub(super) public_number: Option<i64>,
    pub(super) withdrawn_on: Option<Day>,
    pub(super) reason: Option<String>,
    /// The agency of the newest version.
    pub(super) agency: String,
}

/// Begins an entry; its number.
pub(super) async fn add(
    tx: &mut Transaction,
    first: &CheckedInformation,
    on: Day,
    at: Timestamp,
) -> Result<i64, DbError> {
    let id = tx.fetch_one(ADD, values![&first.agency, on.date(), at]).await?.int(0)?;
    put_version(tx, id, 1, first).await?;
    Ok(id)
}

/// Takes an entry of a version, so that nobody else changes it; whether it was there.
pub(super) async fn take(tx: &mut Transaction, id: i64, version: i64) -> Result<bool, DbError> {
    Ok(tx.execute(TAKE, values![id, version]).await? > 0)
}

/// Takes an entry of whatever version, and waits for whoever has it.
pub(super) async fn touch(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(TOUCH, values![id]).await.map(drop)
}

/// An entry, if it is there.
pub(super) async fn entry(connection: &mut Connection, id: i64) -> Result<Option<Entry>, DbError> {
    let row = connection.fetch_optional(ENTRY, values![id]).await?;
    let read = |row: Row| {
        Ok(Entry {
            id: row.int("id")?,
            version: row.int("version")?,
            stage: word(&row, "stage")?,
            newest: row.int("newest")?,
            public_number: row.optional_int("public_number")?,
            withdrawn_on: day(&row, "withdrawn_on")?,
            reason: row.optional_text("reason")?,
            agency: row.text("agency_key")?,
        })
    };
    row.map(read).transpose()
}

/// Writes how an entry stands.
pub(super) async fn change(
    tx: &mut Transaction,
    entry: &Entry,
    on: Day,
    at: Timestamp,
) -> Result<(), DbError> {
    let withdrawn_on = entry.withdrawn_on.map(Day::date);
    let values = values![
        entry.id,
        entry.stage.as_str(),
        entry.newest,
        entry.public_number,
        withdrawn_on,
        entry.reason.as_ref(),
        &entry.agency,
        on.date(),
        at
    ];
    tx.execute(CHANGE, values).await.map(drop)
}

/// Writes what a version says.
pub(super) async fn put_version(
    tx: &mut Transaction,
    id: i64,
    number: i64,
    new: &CheckedInformation,
) -> Result<(), DbError> {
    let forms: Vec<&str> = new.forms.iter().map(|form| form.as_str()).collect();
    let values = values![
        id,
        number,
        &new.title,
        &new.summary,
        new.category.as_str(),
        &new.agency,
        &new.official,
        new.made_on.date(),
        new.made_at.as_ref(),
        forms.join(" "),
        new.keep_until.map(Day::date),
        new.topic.as_ref(),
        new.plain.as_ref(),
        new.local.as_ref(),
        new.link.as_ref()
    ];
    tx.execute(PUT_VERSION, values).await.map(drop)
}

/// What a version says.
pub(super) async fn version(
    connection: &mut Connection,
    id: i64,
    number: i64,
) -> Result<InformationVersion, DbError> {
    let mut version = read_version(&connection.fetch_one(VERSION, values![id, number]).await?)?;
    file::fill(connection, id, std::slice::from_mut(&mut version)).await?;
    Ok(version)
}

/// All versions that were public, the newest first.
pub(super) async fn published(
    connection: &mut Connection,
    id: i64,
) -> Result<Vec<InformationVersion>, DbError> {
    let rows = connection.fetch_all(PUBLISHED, values![id]).await?;
    let mut versions: Vec<InformationVersion> = rows.iter().map(read_version).collect::<Result<_, _>>()?;
    file::fill(connection, id, &mut versions).await?;
    Ok(versions)
}

/// Lets everyone read a version and find it by its words.
pub(super) async fn publish(
    tx: &mut Transaction,
    id: i64,
    version: &InformationVersion,
    on: Day,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(PUBLISH_VERSION, values![id, version.number, on.date(), at]).await?;
    let (category, year) = (version.category.as_str(), i64::from(version.made_on.year()));
    let values = values![id, version.number, category, &version.agency, year, version.topic.as_ref(), at];
    tx.execute(SHOW, values).await?;
    let words: Vec<&str> = [Some(&version.summary), version.topic.as_ref(), version.plain.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    search::information::put(tx, id, &version.title, &words.join(" ")).await
}

/// Takes an entry out of what everyone reads.
pub(super) async fn hide(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    search::information::remove(tx, id).await?;
    tx.execute(HIDE, values![id]).await.map(drop)
}

/// The next public entries below a number, the newest first.
pub(super) async fn list(
    connection: &mut Connection,
    filter: &InformationFilter,
    below: i64,
    limit: i64,
) -> Result<Vec<InformationLine>, DbError> {
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
        "select p.information_id, v.title, v.summary, v.category, v.agency_key, v.made_on, v.published_on, v.forms, v.topic
         from {from} join information_version v on v.information_id = p.information_id and v.number = p.number
         where {} order by {id} desc limit {}",
        conditions.join(" and "),
        bind(limit.into())
    );
    let line = |row: &Row| {
        Ok(InformationLine {
            id: row.int("information_id")?,
            title: row.text("title")?,
            summary: row.text("summary")?,
            category: word(row, "category")?,
            agency: row.text("agency_key")?,
            made_on: row.date("made_on")?.into(),
            published_on: row.date("published_on")?.into(),
            forms: forms(&row.text("forms")?)?,
            topic: row.optional_text("topic")?,
        })
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(line).collect()
}

/// A public entry as feeds tell of it.
pub(super) struct News {
    pub(super) id: i64,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) category: Category,
    pub(super) agency: String,
    /// The moment this version became public, in milliseconds since 1970 (UTC).
    pub(super) at: i64,
}

/// What became public last, of all or of what is immediate alone.
pub(super) async fn newest(
    connection: &mut Connection,
    is_immediate: bool,
    limit: i64,
) -> Result<Vec<News>, DbError> {
    let sql = if is_immediate { NEWEST_IMMEDIATE } else { NEWEST };
    let news = |row: &Row| {
        Ok(News {
            id: row.int("information_id")?,
            title: row.text("title")?,
            summary: row.text("summary")?,
            category: word(row, "category")?,
            agency: row.text("agency_key")?,
            at: row.int("published_at")?,
        })
    };
    connection.fetch_all(sql, values![limit]).await?.iter().map(news).collect()
}

/// A place in the list of what is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) changed_at: i64,
    pub(super) id: i64,
}

/// Which of the entries that are worked on are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The key of the agency that holds them.
    pub(super) agency: Option<&'a str>,
    /// Where they stand.
    pub(super) stage: Option<InformationStage>,
    /// Letters that their title holds.
    pub(super) title: Option<&'a str>,
}

/// The next entries behind a place, what was touched last on top.
pub(super) async fn desk(
    connection: &mut Connection,
    wanted: Wanted<'_>,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<(DeskInformationLine, Place)>, DbError> {
    let after = after.unwrap_or(Place { changed_at: i64::MAX, id: i64::MAX });
    let mut values = values![after.changed_at, after.id, limit].to_vec();
    let mut narrowed = String::new();
    let Wanted { agency, stage, title } = wanted;
    let narrow = [
        ("i.agency_key =", agency.map(Value::from)),
        ("i.stage =", stage.map(|stage| stage.as_str().into())),
        ("lower(v.title) like", title.map(|letters| pattern(letters).into())),
    ];
    for (condition, value) in narrow {
        if let Some(value) = value {
            values.push(value);
            narrowed.push_str(&format!(" and {condition} ${}", values.len()));
        }
    }
    if title.is_some() {
        narrowed.push_str(" escape '!'");
    }
    let sql = format!(
        "{DESK} where (i.changed_at, i.id) < ($1, $2){narrowed} order by i.changed_at desc, i.id desc limit $3"
    );
    let line = |row: &Row| {
        let id = row.int("id")?;
        let line = DeskInformationLine {
            id,
            version: row.int("version")?,
            title: row.text("title")?,
            category: word(row, "category")?,
            agency: row.text("agency_key")?,
            stage: word(row, "stage")?,
            is_public: row.optional_int("public_number")?.is_some(),
            changed_on: row.date("changed_on")?.into(),
        };
        Ok((line, Place { changed_at: row.int("changed_at")?, id }))
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(line).collect()
}

/// What titles are like that hold some letters, large or small.
fn pattern(letters: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in letters.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

fn read_version(row: &Row) -> Result<InformationVersion, DbError> {
    Ok(InformationVersion {
        number: row.int("number")?,
        title: row.text("title")?,
        summary: row.text("summary")?,
        category: word(row, "category")?,
        agency: row.text("agency_key")?,
        official: row.text("official")?,
        made_on: row.date("made_on")?.into(),
        made_at: row.optional_text("made_at")?,
        forms: forms(&row.text("forms")?)?,
        keep_until: day(row, "keep_until")?,
        topic: row.optional_text("topic")?,
        plain: row.optional_text("plain")?,
        local: row.optional_text("local")?,
        link: row.optional_text("link")?,
        files: Vec::new(),
        published_on: day(row, "published_on")?,
    })
}

fn day(row: &Row, column: &str) -> Result<Option<Day>, DbError> {
    let text = row.optional_text(column)?;
    let read = |text: String| Day::parse(&text).map_err(|_| unreadable(column, &text));
    text.map(read).transpose()
}

fn word<T: std::str::FromStr>(row: &Row, column: &str) -> Result<T, DbError> {
    let text = row.text(column)?;
    text.parse().map_err(|_| unreadable(column, &text))
}

fn forms(text: &str) -> Result<Vec<Form>, DbError> {
    text.split_whitespace().map(|word| word.parse().map_err(|_| unreadable("forms", word))).collect()
}

fn unreadable(column: &str, text: &str) -> DbError {
    DbError::Other(format!("{column} of public information: {text}"))
}
