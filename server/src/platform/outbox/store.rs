//! Messages in the database.

use std::time::Duration;

use jiff::Timestamp;
use shared::calendar::Day;
use shared::complaint::EntryKind;
use shared::complaint::desk::{MessageKind, MessageSubject};
use shared::request::RequestNews;

use super::follower::{ASKED, forget_unconfirmed};
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

/// How long the staff have to see a message in the application before it is mailed.
const GRACE: Duration = Duration::from_secs(15 * 60);
/// What could not be mailed for so long is news no more.
const STALE: Duration = Duration::from_secs(3 * 24 * 60 * 60);
/// How long somebody may take to confirm that they want to follow.
const UNCONFIRMED: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// How long messages are kept.
const KEEP: Duration = Duration::from_secs(180 * 24 * 60 * 60);

const SEND: &str = "
    insert into message (kind, complaint_id, request_id, test_id, information_id, account_id, due_on, made_at, mail, try_at,
        mark)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10) on conflict (mark) do nothing";
const TELL: &str = "
    insert into message (kind, complaint_id, made_at, mail, try_at)
    select $1, id, $3, 'waiting', $3 from complaint where id = $2 and notices = 1";
const LATEST: &str = "
    select m.id, m.kind, m.complaint_id, m.due_on, m.made_at, m.read_at, m.request_id, m.test_id, m.information_id, r.number
    from message m left join information_request r on r.id = m.request_id
    where m.account_id = $1 order by m.id desc limit $2";
const COUNT_UNREAD: &str = "select count(*) from message where account_id = $1 and read_at is null";
const MARK_READ: &str = "
    update message set read_at = $3 where account_id = $1 and id <= $2 and read_at is null";
const STALE_MAIL: &str = "update message set mail = 'none' where mail = 'waiting' and made_at < $1";
const FORGET: &str = "delete from message where made_at < $1";
const WAITING: &str = "
    select m.id, m.kind, m.tries, c.id, c.code, c.notices, f.mark, f.sealed, f.confirmed
    from message m join complaint c on c.id = m.complaint_id
        left join follower f on f.mark = m.follower
    where m.mail = 'waiting' and m.account_id is null and m.try_at <= $1 order by m.try_at, m.id limit $2";
const TELL_APPLICANT: &str = "
    insert into message (kind, request_id, made_at, mail, try_at) values ($1, $2, $3, 'waiting', $3)";
const WAITING_APPLICANTS: &str = "
    select m.id, m.kind, m.tries, r.id, r.number, a.sealed
    from message m join information_request r on r.id = m.request_id left join applicant a on a.request_id = r.id
    where m.mail = 'waiting' and m.account_id is null and m.try_at <= $1 order by m.try_at, m.id limit $2";
const CLAIM: &str = "
    update message set tries = tries + 1, try_at = $3 where id = $1 and tries = $2 and mail = 'waiting'";
const SETTLE: &str = "update message set mail = $2 where id = $1";
const ACCOUNTS: &str = "
    select distinct m.account_id from message m
    where m.mail = 'waiting' and m.account_id is not null and m.try_at <= $1 order by m.account_id limit $2";
const ADDRESS: &str = "select email from account where id = $1 and active = 1";
const DIGEST: &str = "
    select m.id, m.kind, m.due_on, m.tries, c.code, r.number, m.test_id, m.information_id
    from message m left join complaint c on c.id = m.complaint_id
        left join information_request r on r.id = m.request_id
    where m.account_id = $1 and m.mail = 'waiting' and m.try_at <= $2 and m.read_at is null order by m.id";
const CLAIM_DIGEST: &str = "
    update message set tries = tries + 1, try_at = $4
    where account_id = $1 and id <= $2 and mail = 'waiting' and try_at <= $3";
const SETTLE_DIGEST: &str =
    "update message set mail = $3 where account_id = $1 and id <= $2 and mail = 'waiting'";
const SETTLE_READ: &str = "
    update message set mail = 'none' where account_id = $1 and mail = 'waiting' and read_at is not null";

/// What a message is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A complaint's row.
    Complaint(i64),
    /// A request's row.
    Request(i64),
    /// A consequence test.
    Test(i64),
    /// An entry of public information.
    Information(i64),
}

impl About {
    /// The row, where it is a complaint, a request, a test, an entry.
    const fn columns(&self) -> [Option<i64>; 4] {
        match *self {
            Self::Complaint(id) => [Some(id), None, None, None],
            Self::Request(id) => [None, Some(id), None, None],
            Self::Test(id) => [None, None, Some(id), None],
            Self::Information(id) => [None, None, None, Some(id)],
        }
    }

    /// Its part of the mark of what is told once.
    fn mark(&self) -> String {
        match self {
            Self::Complaint(id) => id.to_string(),
            Self::Request(id) => format!("request{id}"),
            Self::Test(id) => format!("test{id}"),
            Self::Information(id) => format!("information{id}"),
        }
    }
}

/// A message to a member of the staff.
pub struct NewMessage {
    /// What it tells.
    pub kind: MessageKind,
    /// What it is about.
    pub about: About,
    /// Whom.
    pub account_id: i64,
    /// The last day that it tells about; then it is told once.
    pub due_on: Option<Day>,
}

/// Writes a message to a member of the staff.
pub async fn send(tx: &mut Transaction, new: &NewMessage, at: Timestamp) -> Result<(), DbError> {
    let NewMessage { kind, about, account_id, due_on } = new;
    let mark = due_on.map(|due_on| format!("{kind}:{}:{account_id}:{due_on}", about.mark()));
    let [complaint, request, test, information] = about.columns();
    let made_at = at.as_millisecond();
    let values = values![
        kind.as_str(),
        complaint,
        request,
        test,
        information,
        *account_id,
        due_on.map(Day::date),
        made_at,
        later(at, GRACE),
        mark,
    ];
    tx.execute(SEND, values).await.map(drop)
}

/// Writes a message to whoever asked for information. It is mailed where they gave an address.
pub async fn tell_applicant(
    tx: &mut Transaction,
    request_id: i64,
    news: RequestNews,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(TELL_APPLICANT, values![news.as_str(), request_id, at.as_millisecond()]).await.map(drop)
}

/// Whether a reporter who wants mail is told of such an event: what the office does, and that it has arrived.
pub fn is_told(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Received
        | EntryKind::Verified
        | EntryKind::Postponed
        | EntryKind::Resumed
        | EntryKind::Disposed
        | EntryKind::Begun
        | EntryKind::Answered
        | EntryKind::ClosedByTime
        | EntryKind::Reopened
        | EntryKind::Archived
        | EntryKind::MessageToReporter => true,
        // Between offices, and what the reporter did.
        EntryKind::Returned
        | EntryKind::Accepted
        | EntryKind::Refused
        | EntryKind::Withdrawn
        | EntryKind::MessageFromReporter => false,
    }
}

/// Writes a message to the reporter, if they want mail.
pub async fn tell_reporter(
    tx: &mut Transaction,
    complaint_id: i64,
    kind: EntryKind,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.execute(TELL, values![kind.as_str(), complaint_id, at.as_millisecond()]).await.map(drop)
}

/// A message of an account.
pub struct Stored {
    /// Its number.
    pub id: i64,
    /// What it tells.
    pub kind: MessageKind,
    /// What it is about.
    pub about: About,
    /// The number of the request that it is about.
    pub number: Option<String>,
    /// The last day that it tells about.
    pub due_on: Option<Day>,
    /// When it was made, in milliseconds since 1970.
    pub at: i64,
    /// Whether it was looked at.
    pub is_read: bool,
}

/// The latest messages of an account, newest first.
pub async fn latest(connection: &mut Connection, account: i64, most: i64) -> Result<Vec<Stored>, DbError> {
    let rows = connection.fetch_all(LATEST, values![account, most]).await?;
    let read = |row: &Row| {
        let about = match (row.optional_int(6)?, row.optional_int(7)?, row.optional_int(8)?) {
            (Some(id), ..) => About::Request(id),
            (_, Some(id), _) => About::Test(id),
            (.., Some(id)) => About::Information(id),
            _ => About::Complaint(row.int(2)?),
        };
        Ok(Stored {
            id: row.int(0)?,
            kind: row.word(1)?,
            about,
            number: row.optional_text(9)?,
            due_on: row.optional_date(3)?.map(Day::from),
            at: row.int(4)?,
            is_read: row.optional_int(5)?.is_some(),
        })
    };
    rows.iter().map(read).collect()
}

/// How many an account has not looked at.
pub async fn count_unread(connection: &mut Connection, account: i64) -> Result<i64, DbError> {
    connection.fetch_one(COUNT_UNREAD, values![account]).await?.int(0)
}

/// Notes that an account has looked at its messages up to one.
pub async fn mark_read(tx: &mut Transaction, account: i64, until: i64, at: Timestamp) -> Result<(), DbError> {
    tx.execute(MARK_READ, values![account, until, at.as_millisecond()]).await.map(drop)
}

/// Lets go of mail that is news no more, and of old messages.
pub async fn forget(tx: &mut Transaction, now: Timestamp) -> Result<(), DbError> {
    forget_unconfirmed(tx, earlier(now, UNCONFIRMED)).await?;
    tx.execute(STALE_MAIL, values![earlier(now, STALE)]).await?;
    tx.execute(FORGET, values![earlier(now, KEEP)]).await.map(drop)
}

/// A message that waits to be mailed to a reporter.
pub(super) struct Waiting {
    pub(super) id: i64,
    /// What happened; none where somebody is asked whether they want to follow.
    pub(super) kind: Option<EntryKind>,
    pub(super) tries: i64,
    pub(super) complaint_id: i64,
    /// The tracking code without dashes.
    pub(super) code: String,
    /// Whether it is still wanted.
    pub(super) is_wanted: bool,
    /// Whoever follows, and their address, sealed; the reporter where absent.
    pub(super) follower: Option<(String, Vec<u8>)>,
}

pub(super) async fn waiting(
    connection: &mut Connection,
    now: Timestamp,
    most: i64,
) -> Result<Vec<Waiting>, DbError> {
    let rows = connection.fetch_all(WAITING, values![now.as_millisecond(), most]).await?;
    let read = |row: &Row| {
        let kind = if row.text(1)? == ASKED { None } else { Some(row.word(1)?) };
        let follower = row.optional_text(6)?.zip(row.optional_blob(7)?);
        let is_wanted = match &follower {
            Some(_) => kind.is_none() || row.flag(8)?,
            None => row.flag(5)?,
        };
        let code = row.optional_text(4)?.unwrap_or_default();
        Ok(Waiting {
            id: row.int(0)?,
            kind,
            tries: row.int(2)?,
            complaint_id: row.int(3)?,
            code,
            is_wanted,
            follower,
        })
    };
    rows.iter().map(read).collect()
}

/// A message that waits to be mailed to whoever asked for information.
pub(super) struct WaitingApplicant {
    pub(super) id: i64,
    pub(super) news: RequestNews,
    pub(super) tries: i64,
    pub(super) request_id: i64,
    pub(super) number: String,
    /// Who asks; none once they are erased.
    pub(super) sealed: Option<Vec<u8>>,
}

pub(super) async fn waiting_applicants(
    connection: &mut Connection,
    now: Timestamp,
    most: i64,
) -> Result<Vec<WaitingApplicant>, DbError> {
    let rows = connection.fetch_all(WAITING_APPLICANTS, values![now.as_millisecond(), most]).await?;
    let read = |row: &Row| {
        Ok(WaitingApplicant {
            id: row.int(0)?,
            news: row.word(1)?,
            tries: row.int(2)?,
            request_id: row.int(3)?,
            number: row.text(4)?,
            sealed: row.optional_blob(5)?,
        })
    };
    rows.iter().map(read).collect()
}

/// Takes one to be mailed, unless another server has; it waits again until a moment, should this one die.
pub(super) async fn claim(
    tx: &mut Transaction,
    id: i64,
    tries: i64,
    again: Timestamp,
) -> Result<bool, DbError> {
    Ok(tx.execute(CLAIM, values![id, tries, again.as_millisecond()]).await? > 0)
}

/// What became of one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    Sent,
    /// Nobody wants it, or there is no address.
    None,
    GivenUp,
}

impl Fate {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::None => "none",
            Self::GivenUp => "given_up",
        }
    }
}

pub(super) async fn settle(tx: &mut Transaction, id: i64, fate: Fate) -> Result<(), DbError> {
    tx.execute(SETTLE, values![id, fate.as_str()]).await.map(drop)
}

/// Accounts with messages to be mailed.
pub(super) async fn accounts(
    connection: &mut Connection,
    now: Timestamp,
    most: i64,
) -> Result<Vec<i64>, DbError> {
    let rows = connection.fetch_all(ACCOUNTS, values![now.as_millisecond(), most]).await?;
    rows.iter().map(|row| row.int(0)).collect()
}

/// The mail address of an account that is in use.
pub(super) async fn address(tx: &mut Transaction, account: i64) -> Result<Option<String>, DbError> {
    let row = tx.fetch_optional(ADDRESS, values![account]).await?;
    Ok(row.map(|row| row.optional_text(0)).transpose()?.flatten())
}

/// A line of a digest.
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) kind: MessageKind,
    pub(super) due_on: Option<Day>,
    pub(super) tries: i64,
    pub(super) subject: MessageSubject,
    /// The tracking code without dashes, or the number of what it is about.
    pub(super) code: String,
}

/// What an account is to be mailed, after letting go of what it has read meanwhile.
pub(super) async fn digest(tx: &mut Transaction, account: i64, now: Timestamp) -> Result<Vec<Line>, DbError> {
    tx.execute(SETTLE_READ, values![account]).await?;
    let rows = tx.fetch_all(DIGEST, values![account, now.as_millisecond()]).await?;
    let read = |row: &Row| {
        let (number, test, entry) = (row.optional_text(5)?, row.optional_int(6)?, row.optional_int(7)?);
        let (subject, code) = match (number, test, entry) {
            (Some(number), ..) => (MessageSubject::Request, number),
            (_, Some(id), _) => (MessageSubject::ConsequenceTest, id.to_string()),
            (.., Some(id)) => (MessageSubject::Information, id.to_string()),
            _ => (MessageSubject::Complaint, row.optional_text(4)?.unwrap_or_default()),
        };
        Ok(Line {
            id: row.int(0)?,
            kind: row.word(1)?,
            due_on: row.optional_date(2)?.map(Day::from),
            tries: row.int(3)?,
            subject,
            code,
        })
    };
    rows.iter().map(read).collect()
}

/// Takes all up to one to be mailed, unless another server has.
pub(super) async fn claim_digest(
    tx: &mut Transaction,
    account: i64,
    until: i64,
    now: Timestamp,
    again: Timestamp,
) -> Result<bool, DbError> {
    let values = values![account, until, now.as_millisecond(), again.as_millisecond()];
    Ok(tx.execute(CLAIM_DIGEST, values).await? > 0)
}

pub(super) async fn settle_digest(
    tx: &mut Transaction,
    account: i64,
    until: i64,
    fate: Fate,
) -> Result<(), DbError> {
    tx.execute(SETTLE_DIGEST, values![account, until, fate.as_str()]).await.map(drop)
}

fn later(at: Timestamp, by: Duration) -> i64 {
    at.checked_add(by).unwrap_or(at).as_millisecond()
}

fn earlier(at: Timestamp, by: Duration) -> i64 {
    at.checked_sub(by).unwrap_or(at).as_millisecond()
}
