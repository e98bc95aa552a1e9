//! What links answered, in the database.

use jiff::Timestamp;
use shared::calendar::Day;

use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::platform::reach::Asked;
use crate::values;

/// The condition under which the link of the version `v` of the entry `i` counts as dead.
pub const DEAD: &str = "exists (
    select 1 from information_link l where l.information_id = i.id and l.link = v.link and l.failures >= 2)";

const DUE: &str = "
    select p.information_id, v.link
    from information_public p
        join information_version v on v.information_id = p.information_id and v.number = p.number
        left join information_link l on l.information_id = p.information_id and l.link = v.link
    where v.link is not null and (l.information_id is null
        or l.failures = 0 and l.asked_at <= $1
        or l.failures > 0 and l.asked_at <= $2 and l.asked_on < $3)
    order by coalesce(l.asked_at, 0), p.information_id limit $4";
/// Twice on one day counts once.
const KEEP: &str = "
    insert into information_link (information_id, link, answer, status, failures, asked_on, asked_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (information_id) do update set link = excluded.link, answer = excluded.answer, status = excluded.status,
        failures = case
            when excluded.failures = 0 or information_link.link <> excluded.link then excluded.failures
            when information_link.failures = 0 or information_link.asked_on < excluded.asked_on
                then information_link.failures + 1
            else information_link.failures end,
        asked_on = excluded.asked_on, asked_at = excluded.asked_at";

/// A public entry's link.
#[derive(Clone, Debug)]
pub(super) struct Linked {
    pub(super) information_id: i64,
    pub(super) link: String,
}

/// Some of those that were never asked, or that have rested: since the first moment where they were found, since the second
/// and an earlier day where not. Who waits for longest comes first.
pub(super) async fn due(
    connection: &mut Connection,
    (found, failed): (Timestamp, Timestamp),
    today: Day,
    limit: i64,
) -> Result<Vec<Linked>, DbError> {
    let read = |row: &Row| Ok(Linked { information_id: row.int(0)?, link: row.text(1)? });
    let rows = connection.fetch_all(DUE, values![found, failed, today.date(), limit]).await?;
    rows.iter().map(read).collect()
}

/// Keeps what one answered.
pub(super) async fn keep(
    tx: &mut Transaction,
    one: &Linked,
    asked: Asked,
    on: Day,
    at: Timestamp,
) -> Result<(), DbError> {
    let failures = i64::from(asked.answer.is_failure());
    let status = asked.status.map(i64::from);
    let values =
        values![one.information_id, &one.link, asked.answer.as_str(), status, failures, on.date(), at];
    tx.execute(KEEP, values).await.map(drop)
}
