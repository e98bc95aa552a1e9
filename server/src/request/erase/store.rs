//! What is erased of requests, in the database.

use jiff::civil::Date;
use shared::calendar::Day;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

/// Tables that something is erased from.
pub(super) const ERASED_FROM: &[&str] = &[
    "applicant",
    "applicant_document",
    "information_request",
    "request_file",
    "request_notice",
    "objection",
    "event_text",
    "idempotency",
];

/// The condition under which nobody here has anything to answer in the request `r`. What was granted may be fetched or not.
macro_rules! ended {
    () => {
        "r.stage in ('refused', 'not_held', 'granted', 'granted_in_part', 'delivered') and r.is_objected = 0"
    };
}

/// The condition under which the request `r` has words. Who objects later than any time of keeping writes new ones.
macro_rules! has_words {
    () => {
        "(r.erased_on is null
            or exists (select 1 from objection o where o.request_id = r.id and o.words <> ''))"
    };
}

const HAS_ENDED: &str = concat!("select 1 from information_request r where r.id = $1 and ", ended!());
/// A request ends with the last that happened in it.
const DUE: &str = concat!(
    "
    with happened as (
        select id as request_id, received_on as happened_on from information_request
        union all select request_id, told_on from request_notice
        union all select request_id, delivered_on from request_notice where delivered_on is not null
        union all select request_id, filed_on from objection
        union all select request_id, decided_on from objection where decided_on is not null
    ), last as (select request_id, max(happened_on) as ended_on from happened group by request_id)
    select r.id, r.number,
        cast(case when a.request_id is not null and l.ended_on < $1 then 1 else 0 end as bigint),
        cast(case when l.ended_on < $2 and ",
    has_words!(),
    " then 1 else 0 end as bigint)
    from information_request r
        join last l on l.request_id = r.id
        left join applicant a on a.request_id = r.id
    where r.id > $3 and ",
    ended!(),
    " and (a.request_id is not null and l.ended_on < $1 or l.ended_on < $2 and ",
    has_words!(),
    ") order by r.id limit $4"
);
const APPLICANT: &str = "delete from applicant where request_id = $1";
const DOCUMENTS: &str = "delete from applicant_document where request_id = $1 returning stored_name";
const FILES: &str = "delete from request_file where request_id = $1 returning stored_name, original_name";
const WORDS: &str = concat!(
    "
    update information_request as r set what = '', purpose = '', salt = $2, erased_on = $3,
        extension_reason = case when extension_reason is null then null else '' end
    where r.id = $1 and ",
    has_words!()
);
const NOTICES: &str = "update request_notice set words = null, delivery_words = null where request_id = $1";
const OBJECTIONS: &str = "
    update objection set words = '', salt = $2, reasons = case when reasons is null then null else '' end
    where request_id = $1";
/// Why who asks was read: it may tell something of them.
const READINGS: &str = "
    delete from event_text where event_position in (
        select position from event where kind = 'applicant_read' and body like $1)";
/// The hash of a filing could be tried against guesses. Its remembered answer names the number.
const FILING: &str = "delete from idempotency where scope = 'information_request' and body like $1";

/// What of a request is to go.
pub(super) struct Due {
    pub(super) id: i64,
    pub(super) number: String,
    pub(super) applicant: bool,
    pub(super) words: bool,
}

/// The next requests of which something is past its time. They ended before these days.
pub(super) async fn due(
    connection: &mut Connection,
    (applicant, words): (Date, Date),
    after: i64,
    count: i64,
) -> Result<Vec<Due>, DbError> {
    let read = |row: &Row| {
        Ok(Due { id: row.int(0)?, number: row.text(1)?, applicant: row.flag(2)?, words: row.flag(3)? })
    };
    let values = values![applicant, words, after, count];
    connection.fetch_all(DUE, values).await?.iter().map(read).collect()
}

/// Whether nobody here has anything to answer in a request.
pub(super) async fn has_ended(connection: &mut Connection, id: i64) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(HAS_ENDED, values![id]).await?.is_some())
}

/// Forgets who asked; whether that was still known.
pub(super) async fn forget_applicant(tx: &mut Transaction, id: i64) -> Result<bool, DbError> {
    Ok(tx.execute(APPLICANT, values![id]).await? > 0)
}

/// Forgets the document of identity; what it is called on the disk.
pub(super) async fn forget_documents(tx: &mut Transaction, id: i64) -> Result<Vec<String>, DbError> {
    tx.fetch_all(DOCUMENTS, values![id]).await?.iter().map(|row| row.text(0)).collect()
}

/// Forgets the files that the applicant was to have, with what lies under their black; what they are called on the disk.
pub(super) async fn forget_files(tx: &mut Transaction, id: i64) -> Result<Vec<String>, DbError> {
    let mut names = Vec::new();
    for row in tx.fetch_all(FILES, values![id]).await? {
        names.push(row.text(0)?);
        names.extend(row.optional_text(1)?);
    }
    Ok(names)
}

/// Forgets all words, with the salts of their hashes: what is left of them in the chain tells nothing. Whether they were
/// still there.
pub(super) async fn forget_words(
    tx: &mut Transaction,
    id: i64,
    number: &str,
    on: Day,
) -> Result<bool, DbError> {
    let no_salt = Vec::<u8>::new;
    if tx.execute(WORDS, values![id, no_salt(), on.date()]).await? == 0 {
        return Ok(false);
    }
    tx.execute(NOTICES, values![id]).await?;
    tx.execute(OBJECTIONS, values![id, no_salt()]).await?;
    let names_it = |field: &str| format!("%\"{field}\":\"{number}\"%");
    tx.execute(READINGS, values![names_it("request")]).await?;
    tx.execute(FILING, values![names_it("number")]).await?;
    Ok(true)
}
