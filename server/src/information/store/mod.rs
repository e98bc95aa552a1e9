//! Entries of public information in the database.

mod alike;
mod desk;
mod need;
mod public;
#[cfg(test)]
mod tests;

pub(super) use alike::{Holders, holding, listed};
pub(super) use desk::{Place, Wanted, desk};
pub(crate) use need::incomplete;
pub(super) use need::{counts, ending};
pub(super) use public::{Listed, News, list, newest, whole};
pub use public::{public_addresses, public_parts};

use jiff::Timestamp;
use shared::calendar::Day;
use shared::information::{CheckedInformation, Form, InformationStage, InformationVersion};

use super::file;
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::search;
use crate::values;

macro_rules! version_columns {
    () => {
        "v.number, v.title, v.summary, v.category, v.agency_key, v.official, v.made_on, v.made_at, v.forms, v.keep_until,
         v.topic, v.plain, v.local, v.link, v.published_on"
    };
}
use version_columns;

const ADD: &str = "
    insert into information (stage, newest, agency_key, changed_on, changed_at) values ('draft', 1, $1, $2, $3)
    returning id";
const ANY: &str = "select 1 from information limit 1";
const WAIT: &str = "update head set revision = revision where id = 1";
const KNOWN: &str = "
    select 1 from information_version v join information i on i.id = v.information_id and i.newest = v.number
    where v.title = $1 and v.made_on = $2 and v.agency_key = $3 and i.stage <> 'withdrawn' limit 1";
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
/// An entry as it is worked on.
#[derive(Clone, Debug)]
pub(in crate::information) struct Entry {
    pub(in crate::information) id: i64,
    pub(in crate::information) version: i64,
    pub(in crate::information) stage: InformationStage,
    /// The number of the newest version.
    pub(in crate::information) newest: i64,
    /// The number of the one that everyone reads.
    pub(in crate::information) public_number: Option<i64>,
    pub(in crate::information) withdrawn_on: Option<Day>,
    pub(in crate::information) reason: Option<String>,
    /// The agency of the newest version.
    pub(in crate::information) agency: String,
}

/// Waits for whoever else enters many, until they are done.
pub(in crate::information) async fn wait_for_others(tx: &mut Transaction) -> Result<(), DbError> {
    tx.execute(WAIT, values![]).await.map(drop)
}

/// Whether something is an entry already: under the same title of the same agency, made on the same day.
pub(in crate::information) async fn is_known(
    connection: &mut Connection,
    says: &CheckedInformation,
) -> Result<bool, DbError> {
    let values = values![&says.title, says.made_on.date(), &says.agency];
    Ok(connection.fetch_optional(KNOWN, values).await?.is_some())
}

/// Whether there is any entry.
pub async fn is_begun(connection: &mut Connection) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(ANY, values![]).await?.is_some())
}

/// Begins an entry; its number.
pub(in crate::information) async fn add(
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
pub(in crate::information) async fn take(
    tx: &mut Transaction,
    id: i64,
    version: i64,
) -> Result<bool, DbError> {
    Ok(tx.execute(TAKE, values![id, version]).await? > 0)
}

/// Takes an entry of whatever version, and waits for whoever has it.
pub(in crate::information) async fn touch(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(TOUCH, values![id]).await.map(drop)
}

/// An entry, if it is there.
pub(in crate::information) async fn entry(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<Entry>, DbError> {
    let row = connection.fetch_optional(ENTRY, values![id]).await?;
    let read = |row: Row| {
        Ok(Entry {
            id: row.int("id")?,
            version: row.int("version")?,
            stage: row.word("stage")?,
            newest: row.int("newest")?,
            public_number: row.optional_int("public_number")?,
            withdrawn_on: row.optional_date("withdrawn_on")?.map(Day::from),
            reason: row.optional_text("reason")?,
            agency: row.text("agency_key")?,
        })
    };
    row.map(read).transpose()
}

/// Writes how an entry stands.
pub(in crate::information) async fn change(
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
pub(in crate::information) async fn put_version(
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
pub(in crate::information) async fn version(
    connection: &mut Connection,
    id: i64,
    number: i64,
) -> Result<InformationVersion, DbError> {
    let mut version = read_version(&connection.fetch_one(VERSION, values![id, number]).await?)?;
    file::fill(connection, id, std::slice::from_mut(&mut version)).await?;
    Ok(version)
}

/// All versions that were public, the newest first.
pub(in crate::information) async fn published(
    connection: &mut Connection,
    id: i64,
) -> Result<Vec<InformationVersion>, DbError> {
    let rows = connection.fetch_all(PUBLISHED, values![id]).await?;
    let mut versions: Vec<InformationVersion> = rows.iter().map(read_version).collect::<Result<_, _>>()?;
    file::fill(connection, id, &mut versions).await?;
    Ok(versions)
}

/// Lets everyone read a version and find it by its words.
pub(in crate::information) async fn publish(
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
    search::information::put(tx, id).await
}

/// Takes an entry out of what everyone reads.
pub(in crate::information) async fn hide(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    search::information::remove(tx, id).await?;
    tx.execute(HIDE, values![id]).await.map(drop)
}

fn read_version(row: &Row) -> Result<InformationVersion, DbError> {
    Ok(InformationVersion {
        number: row.int("number")?,
        title: row.text("title")?,
        summary: row.text("summary")?,
        category: row.word("category")?,
        agency: row.text("agency_key")?,
        official: row.text("official")?,
        made_on: row.date("made_on")?.into(),
        made_at: row.optional_text("made_at")?,
        forms: forms(&row.text("forms")?)?,
        keep_until: row.optional_date("keep_until")?.map(Day::from),
        topic: row.optional_text("topic")?,
        plain: row.optional_text("plain")?,
        local: row.optional_text("local")?,
        link: row.optional_text("link")?,
        files: Vec::new(),
        published_on: row.optional_date("published_on")?.map(Day::from),
    })
}

fn forms(text: &str) -> Result<Vec<Form>, DbError> {
    text.split_whitespace().map(|word| word.parse().map_err(|_| unreadable("forms", word))).collect()
}

fn unreadable(column: &str, text: &str) -> DbError {
    DbError::Other(format!("{column} of public information: {text}"))
}
