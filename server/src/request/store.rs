//! Requests for information in the database.

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::Channel;
use shared::request::{
    ApplicantKind, CheckedRequest, DeskRequestLine, Obtain, RequestNumber, RequestStage, SendBy,
};

use super::due::NEVER;
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Transaction, Value};
use crate::platform::files::Twin;
use crate::values;

/// Characters of a request that its line in a list shows.
const EXCERPT: usize = 200;

macro_rules! columns {
    () => {
        "id, number, version, stage, agency_key, applicant, what, purpose, obtain, send, secret_hash, received_on,
         extended_on, extension_reason, answer_by, notice_id, objection_id, is_objected, settled, due_on, channel,
         erased_on"
    };
}

/// On PostgreSQL this waits for another transaction that takes a number, so that none is left out.
const NEXT_NUMBER: &str = "
    insert into information_request_year (year, last) values ($1, 1)
    on conflict (year) do update set last = information_request_year.last + 1
    returning last";
const ADD: &str = "
    insert into information_request (number, applicant, what, purpose, salt, obtain, send, secret_hash,
        received_on, received_at, due_on, channel, stage, agency_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    returning id";
const ADD_APPLICANT: &str = "insert into applicant (request_id, sealed) values ($1, $2)";
const ADD_DOCUMENT: &str =
    "insert into applicant_document (id, request_id, stored_name, sha256) values ($1, $2, $3, $4)";
const DOCUMENT: &str = "select stored_name from applicant_document where request_id = $1 and id = $2";
const APPLICANT: &str = "select sealed from applicant where request_id = $1";
const SET_EVENT: &str = "update information_request set event_position = $2 where id = $1";
const BY_NUMBER: &str = concat!("select ", columns!(), " from information_request where number = $1");
const TAKE: &str = "update information_request set version = version + 1 where id = $1 and version = $2";
const TOUCH: &str = "update information_request set version = version + 1 where id = $1";
const CHANGE: &str = "
    update information_request set stage = $2, agency_key = $3, extended_on = $4, extension_reason = $5, answer_by = $6,
        notice_id = $7, objection_id = $8, is_objected = $9, settled = $10, due_on = $11
    where id = $1";
const BY_SECRET: &str = "select number from information_request where secret_hash = $1";
const ANY: &str = "select 1 from information_request limit 1";
const SET_DUE: &str = "update information_request set due_on = $2 where id = $1";
const DUE: &str = concat!(
    "select ",
    columns!(),
    " from information_request where due_on < '9999-12-31' and id > $1 order by id limit $2"
);
const DUE_BY: &str = concat!(
    "select ",
    columns!(),
    " from information_request where due_on <= $1 and (due_on, id) > ($2, $3) order by due_on, id limit $4"
);
const LIST: &str = concat!("select ", columns!(), " from information_request where (due_on, id) > ($1, $2)");
/// What was erased has no salt.
const TEXTS: &str = "
    select event_position, 'what', salt, what from information_request
    where event_position >= $1 and event_position <= $2 and length(salt) > 0
    union all
    select event_position, 'purpose', salt, purpose from information_request
    where event_position >= $1 and event_position <= $2 and length(salt) > 0
    union all
    select event_position, 'text', salt, words from objection
    where event_position >= $1 and event_position <= $2 and length(salt) > 0";

/// A request as it is kept.
#[derive(Clone)]
pub(super) struct Request {
    pub(super) id: i64,
    pub(super) number: String,
    pub(super) version: i64,
    pub(super) stage: RequestStage,
    /// The key of the agency whose PPID has it.
    pub(super) agency: Option<String>,
    pub(super) applicant: ApplicantKind,
    pub(super) what: String,
    pub(super) purpose: String,
    pub(super) obtain: Obtain,
    pub(super) send: SendBy,
    pub(super) secret_hash: [u8; 32],
    pub(super) received_on: Day,
    pub(super) extension: Option<(Day, String)>,
    /// The day that the superior gave.
    pub(super) answer_by: Option<Day>,
    /// The notice that stands.
    pub(super) notice_id: Option<i64>,
    /// The latest objection.
    pub(super) objection_id: Option<i64>,
    /// That one waits for its decision.
    pub(super) is_objected: bool,
    /// It was dismissed, and nothing told since.
    pub(super) is_settled: bool,
    pub(super) due_on: Option<Day>,
    /// The way it came in.
    pub(super) channel: Channel,
    /// The day on which its words were erased.
    pub(super) erased_on: Option<Day>,
}

/// Takes the next number of a year's register. Call it late: whoever else registers waits for the commit.
pub(super) async fn next_number(tx: &mut Transaction, year: i16) -> Result<RequestNumber, DbError> {
    let place = tx.fetch_one(NEXT_NUMBER, values![i64::from(year)]).await?.int(0)?;
    let place = u32::try_from(place).map_err(|_| DbError::Other("the register is full".into()))?;
    Ok(RequestNumber { year, place })
}

/// What stands beside a new request.
pub(super) struct Entered<'a> {
    pub(super) number: &'a str,
    pub(super) salt: [u8; 32],
    pub(super) secret_hash: [u8; 32],
    pub(super) on: Day,
    pub(super) channel: Channel,
    pub(super) at: Timestamp,
    pub(super) due_on: Option<Day>,
    pub(super) stage: RequestStage,
    pub(super) agency: Option<&'a str>,
}

/// Enters a request; its row.
pub(super) async fn add(
    tx: &mut Transaction,
    new: &CheckedRequest,
    entered: &Entered<'_>,
) -> Result<i64, DbError> {
    let Entered { number, salt, secret_hash, on, channel, at, due_on, stage, agency } = *entered;
    let values = values![
        number,
        new.applicant.kind.as_str(),
        &new.what,
        &new.purpose,
        salt,
        new.obtain.as_str(),
        new.send.as_str(),
        secret_hash,
        on.date(),
        at,
        due(due_on),
        channel.as_str(),
        stage.as_str(),
        agency
    ];
    tx.fetch_one(ADD, values).await?.int(0)
}

/// Keeps who asks, sealed.
pub(super) async fn keep_applicant(tx: &mut Transaction, id: i64, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.execute(ADD_APPLICANT, values![id, sealed]).await.map(drop)
}

/// Keeps where the document of identity lies, sealed.
pub(super) async fn keep_document(
    tx: &mut Transaction,
    id: i64,
    document: &str,
    twin: &Twin,
) -> Result<(), DbError> {
    tx.execute(ADD_DOCUMENT, values![document, id, &twin.name, twin.sha256]).await.map(drop)
}

/// The name on the disk of a request's document of identity.
pub(super) async fn document(
    tx: &mut Transaction,
    id: i64,
    document: &str,
) -> Result<Option<String>, DbError> {
    tx.fetch_optional(DOCUMENT, values![id, document]).await?.map(|row| row.text(0)).transpose()
}

/// Who asks, sealed. This takes a writing transaction, because reading it leaves an event.
pub(super) async fn applicant(tx: &mut Transaction, id: i64) -> Result<Option<Vec<u8>>, DbError> {
    tx.fetch_optional(APPLICANT, values![id]).await?.map(|row| row.blob(0)).transpose()
}

/// Notes which event holds the hashes of what was asked for.
pub(super) async fn set_event(tx: &mut Transaction, id: i64, position: i64) -> Result<(), DbError> {
    tx.execute(SET_EVENT, values![id, position]).await.map(drop)
}

/// A request by its number, if it is there.
pub(super) async fn by_number(
    connection: &mut Connection,
    number: RequestNumber,
) -> Result<Option<Request>, DbError> {
    let row = connection.fetch_optional(BY_NUMBER, values![number.to_string()]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Takes a request of a version, so that nobody else changes it; whether it was there.
pub(super) async fn take(tx: &mut Transaction, id: i64, version: i64) -> Result<bool, DbError> {
    Ok(tx.execute(TAKE, values![id, version]).await? > 0)
}

/// The number of the request that a secret opens, by the secret's hash.
pub async fn number_of(
    connection: &mut Connection,
    secret_hash: &[u8; 32],
) -> Result<Option<String>, DbError> {
    let found = connection.fetch_optional(BY_SECRET, values![*secret_hash]).await?;
    found.map(|row| row.text(0)).transpose()
}

/// Whether there is any request.
pub async fn is_begun(connection: &mut Connection) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(ANY, &[]).await?.is_some())
}

/// Takes a request of whatever version, and waits for whoever has it.
pub(super) async fn touch(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(TOUCH, values![id]).await.map(drop)
}

/// Writes how a request stands.
pub(super) async fn change(tx: &mut Transaction, request: &Request) -> Result<(), DbError> {
    let (extended_on, reason) = match &request.extension {
        Some((on, reason)) => (Some(on.date()), Some(reason)),
        None => (None, None),
    };
    let values = values![
        request.id,
        request.stage.as_str(),
        request.agency.as_ref(),
        extended_on,
        reason,
        request.answer_by.map(Day::date),
        request.notice_id,
        request.objection_id,
        request.is_objected,
        request.is_settled,
        due(request.due_on)
    ];
    tx.execute(CHANGE, values).await.map(drop)
}

/// Notes the last day of what must be done next.
pub(super) async fn set_due(tx: &mut Transaction, id: i64, due_on: Option<Day>) -> Result<(), DbError> {
    tx.execute(SET_DUE, values![id, due(due_on)]).await.map(drop)
}

/// Requests behind a row for which something must be done, in the order of their rows.
pub(super) async fn with_due(
    connection: &mut Connection,
    after: i64,
    limit: i64,
) -> Result<Vec<Request>, DbError> {
    connection.fetch_all(DUE, values![after, limit]).await?.iter().map(read).collect()
}

/// Requests for which something must be done by a day, what is due first on top, behind a place.
pub(super) async fn due_by(
    connection: &mut Connection,
    day: Day,
    after: &Place,
    limit: i64,
) -> Result<Vec<Request>, DbError> {
    let values = values![day.date(), &after.due_on, after.id, limit];
    connection.fetch_all(DUE_BY, values).await?.iter().map(read).collect()
}

/// A place in the list of what is worked on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// A day, as it is kept.
    pub(super) due_on: String,
    pub(super) id: i64,
}

/// Which requests are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// The key of the agency whose PPID has them.
    pub(super) agency: Option<&'a str>,
    /// Where they stand.
    pub(super) stage: Option<RequestStage>,
    /// They are due by a day.
    pub(super) due_by: Option<Day>,
    /// They have been objected to.
    pub(super) is_objected_to: bool,
}

/// The next requests behind a place, what is due first on top.
pub(super) async fn list(
    connection: &mut Connection,
    wanted: Wanted<'_>,
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<(DeskRequestLine, Place)>, DbError> {
    let (due_on, id) = after.map_or(("", 0), |place| (place.due_on.as_str(), place.id));
    let mut values = values![due_on, id, limit].to_vec();
    let mut narrowed = String::new();
    let Wanted { agency, stage, due_by, is_objected_to } = wanted;
    let narrow = [
        ("agency_key =", agency.map(Value::from)),
        ("stage =", stage.map(|stage| stage.as_str().into())),
        ("due_on <=", due_by.map(|day| day.date().into())),
    ];
    for (condition, value) in narrow {
        if let Some(value) = value {
            values.push(value);
            narrowed.push_str(&format!(" and {condition} ${}", values.len()));
        }
    }
    if is_objected_to {
        narrowed.push_str(" and objection_id is not null");
    }
    let sql = format!("{LIST}{narrowed} order by due_on, id limit $3");
    let line = |row: &Row| {
        let request = read(row)?;
        let place = Place { due_on: due(request.due_on), id: request.id };
        let line = DeskRequestLine {
            number: request.number,
            version: request.version,
            stage: request.stage,
            agency: request.agency,
            what: request.what.chars().take(EXCERPT).collect(),
            received_on: request.received_on,
            due_on: request.due_on,
            late_days: 0,
            left_days: 0,
            has_objection: request.is_objected,
        };
        Ok((line, place))
    };
    connection.fetch_all(AssertSqlSafe(sql), &values).await?.iter().map(line).collect()
}

/// A text of a request or an objection, of which an event holds the salted hash.
pub struct RequestText {
    /// The event's place.
    pub position: i64,
    /// What it is.
    pub name: String,
    /// Its salt.
    pub salt: Vec<u8>,
    /// The text.
    pub text: String,
}

/// The texts of which the events of these places hold hashes.
///
/// # Errors
/// When the database cannot be read.
pub async fn texts_between(
    connection: &mut Connection,
    from: i64,
    to: i64,
) -> Result<Vec<RequestText>, DbError> {
    let read = |row: &Row| {
        Ok(RequestText { position: row.int(0)?, name: row.text(1)?, salt: row.blob(2)?, text: row.text(3)? })
    };
    connection.fetch_all(TEXTS, values![from, to]).await?.iter().map(read).collect()
}

/// A last day as it is kept.
fn due(due_on: Option<Day>) -> String {
    due_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
}

fn read(row: &Row) -> Result<Request, DbError> {
    let due_on = row.text("due_on")?;
    let extended_on = row.optional_date("extended_on")?.map(Day::from);
    Ok(Request {
        id: row.int("id")?,
        number: row.text("number")?,
        version: row.int("version")?,
        stage: row.word("stage")?,
        agency: row.optional_text("agency_key")?,
        applicant: row.word("applicant")?,
        what: row.text("what")?,
        purpose: row.text("purpose")?,
        obtain: row.word("obtain")?,
        send: row.word("send")?,
        secret_hash: row.hash("secret_hash")?,
        received_on: row.date("received_on")?.into(),
        extension: extended_on.zip(row.optional_text("extension_reason")?),
        answer_by: row.optional_date("answer_by")?.map(Day::from),
        notice_id: row.optional_int("notice_id")?,
        objection_id: row.optional_int("objection_id")?,
        is_objected: row.flag("is_objected")?,
        is_settled: row.flag("settled")?,
        due_on: Some(due_on).filter(|day| day != NEVER).and_then(|day| Day::parse(&day).ok()),
        channel: row.word("channel")?,
        erased_on: row.optional_date("erased_on")?.map(Day::from),
    })
}

pub(super) fn unreadable(column: &str, text: &str) -> DbError {
    DbError::Other(format!("{column} of a request: {text}"))
}
