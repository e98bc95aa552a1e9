//! Complaints in the database: entering one, taking one to change it, moving it on.

use shared::calendar::{Day, Holidays, Month};
use shared::complaint::{ArchiveReason, Stage};
use shared::region::Point;

pub use super::new::{ComplaintText, NewComplaint};
pub use super::row::{Complaint, Spell, Target};
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::ledger::{Cell, Movements};
use crate::platform::search;
use crate::values;

const INSERT: &str = "
    insert into complaint
        (code, external_id, channel, class, sector_key, agency_key, region_code, regency_code, stage, stage_since,
         archive_reason, supervisory, sealed, anonymous, confidential, published, received_on, received_at, month,
         event_date, secret_hash, due_on, lapor_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, $16, $17, $18, $19, $20, $21, $22)
    returning id";
const INSERT_TEXT: &str = "
    insert into complaint_text (complaint_id, title, content, place_words, latitude, longitude, salt)
    values ($1, $2, $3, $4, $5, $6, $7)";
const INSERT_SPELL: &str = "
    insert into spell
        (complaint_id, stage, sector_key, agency_key, regency_code, class, channel, month, started_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const END_SPELL: &str = "update spell set ended_on = $1 where complaint_id = $2 and ended_on is null";
/// The columns that [`read`] reads by their places.
macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " id, code, channel, class, sector_key, agency_key, region_code, regency_code, stage, stage_since,
            archive_reason, sealed, anonymous, confidential, published, received_on, month, event_date, answered_on,
            closed_on, secret_hash, version, supervisory, due_on, assigned_to, sampled, checker_id, merged_into,
            promised_on, waiting_answer, told, lapor_id ",
            $after
        )
    };
}
/// Takes a complaint for a change: every change raises its version, and the row stays locked until the commit.
const TAKE: &str = columns!("update complaint set version = version + 1 where id = $1 returning", "");
const LOCK: &str = "update complaint set version = version where id = $1";
const BY_CODE: &str = columns!("select", "from complaint where code = $1");
const BY_ID: &str = columns!("select", "from complaint where id = $1");
const ANSWERED: &str = columns!(
    "select",
    "from complaint where stage = 'answered' and stage_since <= $1 order by received_on, id"
);
const MOVE: &str = "
    update complaint set stage = $1, stage_since = $2, agency_key = $3, archive_reason = $4, answered_on = $5,
        closed_on = $6, class = $7, sector_key = $8, region_code = $9, regency_code = $10, sealed = $11,
        supervisory = $12, assigned_to = $13, promised_on = $14, waiting_answer = $15
    where id = $16";
const ASSIGN: &str = "update complaint set assigned_to = $2 where id = $1";
const SET_WAITING_ANSWER: &str = "update complaint set waiting_answer = $2 where id = $1";
const SET_LAPOR_ID: &str = "update complaint set lapor_id = $2 where id = $1";
const SET_MERGED: &str = "update complaint set merged_into = $2 where id = $1";
/// Another last day has not been told of.
const SET_DUE: &str = "update complaint set due_on = $2, told = 0 where id = $1";
const SET_TOLD: &str = "update complaint set told = $3 where id = $1 and due_on = $2";
const SET_NOTICES: &str = "update complaint set notices = $2 where id = $1 and notices <> $2";
/// Due by a day and behind a place, and not told of to the last level yet.
const DUE_BY: &str = columns!(
    "select",
    "from complaint where told < 4 and due_on <= $1 and (due_on, id) > ($2, $3) order by due_on, id limit $4"
);
/// Open ones that have no last day though their stage has one.
const UNDATED: &str = columns!(
    "select",
    "from complaint where due_on = '9999-12-31' and id > $1
       and stage in ('received', 'verified', 'outside_jurisdiction', 'disposed', 'in_progress')
     order by id limit $2"
);
const TEXT: &str = "
    select title, content, place_words, latitude, longitude from complaint_text where complaint_id = $1";
const IDENTITY: &str = "select sealed from identity where complaint_id = $1";
const HAS_IDENTITY: &str = "select 1 from identity where complaint_id = $1";
const SPELLS: &str = "select stage, started_on, ended_on from spell where complaint_id = $1 order by id";

/// The last day while nothing is due: inboxes are sorted by it.
pub const NEVER: &str = "9999-12-31";

/// Enters a complaint with its first spell, which begins on the day of receipt. Gives its row and the salt that the
/// hashes of its text need in the event.
///
/// What an imported one went through before is not known here, so it has no pace.
pub async fn insert(
    tx: &mut Transaction,
    new: &NewComplaint,
    movements: &mut Movements,
) -> Result<(i64, [u8; 32]), DbError> {
    let cell = new.cell();
    let values = values![
        new.code.as_ref(),
        new.external_id.as_ref(),
        new.channel.as_str(),
        new.class.as_str(),
        new.sector.as_ref(),
        new.agency.as_ref(),
        new.region.as_ref(),
        new.regency.as_ref(),
        new.stage.as_str(),
        new.received_on.date(),
        new.archive_reason.map(ArchiveReason::as_str),
        new.supervisory,
        new.sealed,
        new.anonymous,
        new.confidential,
        new.received_on.date(),
        new.received_at,
        cell.month.to_string(),
        new.event_date.map(Day::date),
        new.secret_hash,
        due(new.due_on),
        new.lapor_id.as_ref(),
    ];
    let id = tx.fetch_one(INSERT, values).await?.int(0)?;
    let salt: [u8; 32] = crate::secret::random_bytes();
    let text = &new.text;
    let (latitude, longitude) =
        (text.point.map(|point| point.latitude), text.point.map(|point| point.longitude));
    let values = values![id, &text.title, &text.content, text.place.as_ref(), latitude, longitude, salt];
    tx.execute(INSERT_TEXT, values).await?;
    search::add(tx, id, new.code.as_deref().unwrap_or_default(), &text.title, &text.content).await?;
    begin_spell(tx, id, &cell, new.received_on).await?;
    movements.enter(new.received_on, &cell);
    Ok((id, salt))
}

/// Takes a complaint for a change. Its row is locked until the commit, so what was read stays true.
pub async fn take(tx: &mut Transaction, id: i64) -> Result<Complaint, DbError> {
    read(&tx.fetch_one(TAKE, values![id]).await?)
}

/// Locks a complaint's row until the commit, without changing it.
pub async fn lock(tx: &mut Transaction, id: i64) -> Result<(), DbError> {
    tx.execute(LOCK, values![id]).await.map(drop)
}

/// Moves a complaint on, on a local day: its row, its spells and the ledger together.
pub async fn move_to(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    target: Target,
    day: Day,
    holidays: &Holidays,
    movements: &mut Movements,
) -> Result<(), DbError> {
    let before = complaint.cell.clone();
    complaint.cell.stage = target.stage;
    complaint.cell.agency = target.agency;
    complaint.archive_reason = target.archive_reason;
    complaint.stage_since = day;
    complaint.promised_on = target.promised_on;
    if complaint.cell.agency != before.agency {
        // Who had it belongs to another office.
        complaint.assigned_to = None;
    }
    put(tx, complaint, &before, day, holidays, movements).await
}

/// Corrects what a complaint is, in the stage where it stands, or puts it into the sealed lane: `change` writes that into
/// its value.
pub async fn correct(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    change: impl FnOnce(&mut Complaint),
    day: Day,
    holidays: &Holidays,
    movements: &mut Movements,
) -> Result<(), DbError> {
    let before = complaint.cell.clone();
    change(complaint);
    put(tx, complaint, &before, day, holidays, movements).await
}

/// Writes a complaint whose cell was another one before: its row, its spells and the ledger together.
async fn put(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    before: &Cell,
    day: Day,
    holidays: &Holidays,
    movements: &mut Movements,
) -> Result<(), DbError> {
    complaint.note_pace(before, day, holidays, movements);
    let is_worked = matches!(complaint.cell.stage, Stage::Disposed | Stage::InProgress);
    if !is_worked || complaint.cell.agency != before.agency {
        // An answer that waits belongs to the office that wrote it, while it works on the case.
        complaint.waiting_answer = None;
    }
    let values = values![
        complaint.cell.stage.as_str(),
        complaint.stage_since.date(),
        complaint.cell.agency.as_ref(),
        complaint.archive_reason.map(ArchiveReason::as_str),
        complaint.answered_on.map(Day::date),
        complaint.closed_on.map(Day::date),
        complaint.cell.class.as_str(),
        complaint.cell.sector.as_ref(),
        complaint.region.as_ref(),
        complaint.cell.regency.as_ref(),
        complaint.sealed,
        complaint.supervisory,
        complaint.assigned_to,
        complaint.promised_on.map(Day::date),
        complaint.waiting_answer,
        complaint.id,
    ];
    tx.execute(MOVE, values).await?;
    tx.execute(END_SPELL, values![day.date(), complaint.id]).await?;
    begin_spell(tx, complaint.id, &complaint.cell, day).await?;
    movements.leave(day, before);
    movements.enter(day, &complaint.cell);
    Ok(())
}

async fn begin_spell(tx: &mut Transaction, id: i64, cell: &Cell, day: Day) -> Result<(), DbError> {
    let values = values![
        id,
        cell.stage.as_str(),
        cell.sector.as_ref(),
        cell.agency.as_ref(),
        cell.regency.as_ref(),
        cell.class.as_str(),
        cell.channel.as_str(),
        cell.month.to_string(),
        day.date(),
    ];
    tx.execute(INSERT_SPELL, values).await.map(drop)
}

/// Gives it to somebody of the office that has it, or to nobody.
pub async fn assign(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    account: Option<i64>,
) -> Result<(), DbError> {
    complaint.assigned_to = account;
    tx.execute(ASSIGN, values![complaint.id, account]).await.map(drop)
}

/// Notes the event whose answer waits for the responsible officer, or that none does.
pub async fn set_waiting_answer(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    position: Option<i64>,
) -> Result<(), DbError> {
    complaint.waiting_answer = position;
    tx.execute(SET_WAITING_ANSWER, values![complaint.id, position]).await.map(drop)
}

/// Notes under which id it stands in LAPOR!, or that it does not.
pub async fn set_lapor_id(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    lapor_id: Option<&str>,
) -> Result<(), DbError> {
    complaint.lapor_id = lapor_id.map(str::to_owned);
    tx.execute(SET_LAPOR_ID, values![complaint.id, lapor_id]).await.map(drop)
}

/// Notes the one that goes on, by its code without dashes.
pub async fn set_merged(tx: &mut Transaction, complaint: &mut Complaint, into: &str) -> Result<(), DbError> {
    complaint.merged_into = Some(into.to_owned());
    tx.execute(SET_MERGED, values![complaint.id, into]).await.map(drop)
}

/// Notes the last day of what the office must do next.
pub async fn set_due(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    due_on: Option<Day>,
) -> Result<(), DbError> {
    complaint.due_on = due_on;
    tx.execute(SET_DUE, values![complaint.id, due(due_on)]).await.map(drop)
}

/// Notes how far it has been told that it is due on a day; nothing where that day has changed meanwhile.
pub async fn set_told(tx: &mut Transaction, id: i64, due_on: Day, told: i64) -> Result<(), DbError> {
    tx.execute(SET_TOLD, values![id, due_on.date(), told]).await.map(drop)
}

/// Notes whether its reporter is told by mail; whether that is new.
pub async fn set_notices(tx: &mut Transaction, id: i64, wanted: bool) -> Result<bool, DbError> {
    Ok(tx.execute(SET_NOTICES, values![id, wanted]).await? > 0)
}

/// Complaints that are due by a day and have not been told of to the last level, what is due first on top, behind a place.
pub async fn due_by(
    connection: &mut Connection,
    day: Day,
    (due_on, id): (&str, i64),
    limit: i64,
) -> Result<Vec<Complaint>, DbError> {
    connection.fetch_all(DUE_BY, values![day.date(), due_on, id, limit]).await?.iter().map(read).collect()
}

/// Open complaints behind a row that have no last day though their stage has one, in the order of their rows.
pub async fn undated(connection: &mut Connection, after: i64, limit: i64) -> Result<Vec<Complaint>, DbError> {
    connection.fetch_all(UNDATED, values![after, limit]).await?.iter().map(read).collect()
}

/// A last day as it is kept.
fn due(due_on: Option<Day>) -> String {
    due_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
}

/// A complaint by its tracking code without dashes.
pub async fn by_code(connection: &mut Connection, code: &str) -> Result<Option<Complaint>, DbError> {
    connection.fetch_optional(BY_CODE, values![code]).await?.map(|row| read(&row)).transpose()
}

/// A complaint by its row.
pub async fn by_id(connection: &mut Connection, id: i64) -> Result<Option<Complaint>, DbError> {
    connection.fetch_optional(BY_ID, values![id]).await?.map(|row| read(&row)).transpose()
}

/// The complaints whose answer stands since a day or longer and waits for a reply, oldest first.
pub async fn answered(connection: &mut Connection, since: Day) -> Result<Vec<Complaint>, DbError> {
    connection.fetch_all(ANSWERED, values![since.date()]).await?.iter().map(read).collect()
}

/// What the reporter wrote; none once it is erased.
pub async fn text(connection: &mut Connection, id: i64) -> Result<Option<ComplaintText>, DbError> {
    let row = connection.fetch_optional(TEXT, values![id]).await?;
    row.map(|row| {
        let (latitude, longitude) = (row.optional_real(3)?, row.optional_real(4)?);
        let point = latitude.zip(longitude).map(|(latitude, longitude)| Point { latitude, longitude });
        Ok(ComplaintText { title: row.text(0)?, content: row.text(1)?, place: row.optional_text(2)?, point })
    })
    .transpose()
}

/// Whether the reporter said who they are.
pub async fn has_identity(connection: &mut Connection, id: i64) -> Result<bool, DbError> {
    Ok(connection.fetch_optional(HAS_IDENTITY, values![id]).await?.is_some())
}

/// Who reported, sealed.
pub async fn identity(connection: &mut Connection, id: i64) -> Result<Option<Vec<u8>>, DbError> {
    let row = connection.fetch_optional(IDENTITY, values![id]).await?;
    row.map(|row| row.blob(0)).transpose()
}

/// The times in each stage, oldest first.
pub async fn spells(connection: &mut Connection, id: i64) -> Result<Vec<Spell>, DbError> {
    let rows = connection.fetch_all(SPELLS, values![id]).await?;
    rows.iter()
        .map(|row| {
            Ok(Spell {
                stage: row.word(0)?,
                started_on: row.date(1)?.into(),
                ended_on: row.optional_date(2)?.map(Day::from),
            })
        })
        .collect()
}

/// Reads the columns of [`columns!`].
fn read(row: &Row) -> Result<Complaint, DbError> {
    let month = row.text(16)?;
    let cell = Cell {
        stage: row.word(8)?,
        sector: row.optional_text(4)?,
        agency: row.optional_text(5)?,
        regency: row.optional_text(7)?,
        class: row.word(3)?,
        channel: row.word(2)?,
        month: Month::parse(&month).map_err(|_| DbError::Other(format!("no month: {month}")))?,
    };
    let archive_reason = match row.optional_text(10)? {
        Some(_) => Some(row.word(10)?),
        None => None,
    };
    Ok(Complaint {
        id: row.int(0)?,
        code: row.optional_text(1)?,
        cell,
        region: row.optional_text(6)?,
        stage_since: row.date(9)?.into(),
        archive_reason,
        sealed: row.flag(11)?,
        anonymous: row.flag(12)?,
        confidential: row.flag(13)?,
        published: row.flag(14)?,
        received_on: row.date(15)?.into(),
        event_date: row.optional_date(17)?.map(Day::from),
        answered_on: row.optional_date(18)?.map(Day::from),
        closed_on: row.optional_date(19)?.map(Day::from),
        secret_hash: row.optional_blob(20)?.and_then(|hash| hash.try_into().ok()),
        version: row.int(21)?,
        supervisory: row.flag(22)?,
        due_on: Some(row.text(23)?).filter(|day| day != NEVER).and_then(|day| Day::parse(&day).ok()),
        assigned_to: row.optional_int(24)?,
        sampled: row.flag(25)?,
        checker_id: row.optional_int(26)?,
        merged_into: row.optional_text(27)?,
        promised_on: row.optional_date(28)?.map(Day::from),
        waiting_answer: row.optional_int(29)?,
        told: row.int(30)?,
        lapor_id: row.optional_text(31)?,
    })
}
