//! What is erased, in the database.

use jiff::civil::Date;
use shared::complaint::TrackingCode;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

/// Tables that something is erased from.
pub const ERASED_FROM: &[&str] = &[
    "identity",
    "complaint",
    "complaint_text",
    "complaint_search",
    "event_text",
    "publication",
    "photo",
    "upload",
    "support",
    "follower",
    "message",
    "idempotency",
];

const IDENTITY: &str = "delete from identity where complaint_id = $1";
const NO_NOTICES: &str = "update complaint set notices = 0 where id = $1";
const TEXT: &str = "delete from complaint_text where complaint_id = $1";
const EVENT_TEXTS: &str = "
    delete from event_text where event_position in (select position from event where complaint_id = $1)";
const SUPPORT: &str = "delete from support where complaint_id = $1";
/// As exact a place as the recap counts by; and nobody is asked to look at what is gone.
const BLUR: &str = "
    update complaint set region_code = regency_code, event_date = null, sampled = 0, checker_id = null where id = $1";
/// The hash of a filing could be tried against guesses. Its remembered answer names the code.
const FILING: &str = "delete from idempotency where scope = 'complaint' and body like $1";
const DUE: &str = "
    select c.id,
        cast(case when i.complaint_id is not null and c.stage_since < $1 then 1 else 0 end as bigint),
        cast(case when f.complaint_id is not null and c.stage_since < $2 then 1 else 0 end as bigint),
        cast(case when t.complaint_id is not null and c.stage_since < $3 then 1 else 0 end as bigint)
    from complaint c
        left join identity i on i.complaint_id = c.id
        left join complaint_text t on t.complaint_id = c.id
        left join (select distinct complaint_id from upload where complaint_id is not null) f on f.complaint_id = c.id
    where c.stage in ('closed', 'archived') and c.id > $4
      and (i.complaint_id is not null and c.stage_since < $1
        or f.complaint_id is not null and c.stage_since < $2
        or t.complaint_id is not null and c.stage_since < $3)
    order by c.id limit $5";

/// Forgets who reported, and to whom notices went.
pub async fn forget_identity(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(IDENTITY, values![id]).await?;
    tx.execute(NO_NOTICES, values![id]).await.map(drop)
}

/// Forgets all words, with the salts of their hashes: what is left of them in the chain tells nothing.
pub async fn forget_words(tx: &mut Transaction, id: i64, code: &str) -> Result<(), DbError> {
    for sql in [TEXT, EVENT_TEXTS, SUPPORT, BLUR] {
        tx.execute(sql, values![id]).await?;
    }
    if let Ok(code) = TrackingCode::parse(code) {
        tx.execute(FILING, values![format!("%\"{code}\"%")]).await?;
    }
    Ok(())
}

/// What of a complaint is past its time.
pub struct Due {
    pub id: i64,
    pub identity: bool,
    pub files: bool,
    pub words: bool,
}

/// The next complaints of which something is past its time. They ended before these days.
pub async fn due(
    connection: &mut Connection,
    (identity, files, words): (Date, Date, Date),
    after: i64,
    count: i64,
) -> Result<Vec<Due>, DbError> {
    let read = |row: &Row| {
        Ok(Due { id: row.int(0)?, identity: row.flag(1)?, files: row.flag(2)?, words: row.flag(3)? })
    };
    let values = values![identity, files, words, after, count];
    connection.fetch_all(DUE, values).await?.iter().map(read).collect()
}
