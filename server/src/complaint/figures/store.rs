//! What is counted, in the database.

use shared::calendar::Day;

use crate::platform::db::{Connection, DbError, Row};
use crate::values;

const DONE: &str = "
    select c.agency_key, e.kind, e.day, e.body,
        (select max(s.started_on) from spell s
         where s.complaint_id = c.id and s.stage = 'disposed' and s.started_on <= e.day)
    from event e join complaint c on c.id = e.complaint_id
    where e.kind in ('answered', 'refused', 'reopened') and e.day >= $1 and e.day <= $2
      and c.sealed = 0 and c.agency_key is not null";
const CHECKED: &str = "
    select agency_key, cast(count(*) as bigint) from sample_check
    where checked_on >= $1 and checked_on <= $2 and agency_key is not null group by agency_key";
const IN_HAND: &str = "
    select agency_key, assigned_to, cast(count(*) as bigint),
        cast(sum(case when due_on < $1 then 1 else 0 end) as bigint)
    from complaint
    where sealed = 0 and stage in ('disposed', 'in_progress') and agency_key is not null
    group by agency_key, assigned_to";
const LATE: &str = "
    select c.code, c.agency_key, c.stage, c.due_on, a.full_name
    from complaint c left join account a on a.id = c.assigned_to
    where c.sealed = 0 and c.due_on < $1 order by c.due_on, c.id limit $2";

/// Late cases of one list.
const LATE_MAX: i64 = 50_000;

/// Something that happened with a case.
pub struct Done {
    pub agency: String,
    pub kind: String,
    pub day: Day,
    /// The account of who did it.
    pub by: Option<i64>,
    /// The local day on which the agency had got it.
    pub disposed_on: Option<Day>,
}

/// What happened between two local days.
pub async fn done(connection: &mut Connection, from: Day, to: Day) -> Result<Vec<Done>, DbError> {
    let read = |row: &Row| {
        let body: serde_json::Value = serde_json::from_str(&row.text(3)?).unwrap_or_default();
        Ok(Done {
            agency: row.text(0)?,
            kind: row.text(1)?,
            day: row.date(2)?.into(),
            by: body["by"].as_i64(),
            disposed_on: row.optional_date(4)?.map(Day::from),
        })
    };
    connection.fetch_all(DONE, values![from.date(), to.date()]).await?.iter().map(read).collect()
}

/// How many cases of each agency were checked between two local days.
pub async fn checked(connection: &mut Connection, from: Day, to: Day) -> Result<Vec<(String, i64)>, DbError> {
    let rows = connection.fetch_all(CHECKED, values![from.date(), to.date()]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, row.int(1)?))).collect()
}

/// What an agency, and whom in it, has in hand.
pub struct InHand {
    pub agency: String,
    pub account: Option<i64>,
    pub count: i64,
    pub late: i64,
}

/// What is in hand on a local day.
pub async fn in_hand(connection: &mut Connection, today: Day) -> Result<Vec<InHand>, DbError> {
    let read = |row: &Row| {
        Ok(InHand {
            agency: row.text(0)?,
            account: row.optional_int(1)?,
            count: row.int(2)?,
            late: row.int(3)?,
        })
    };
    connection.fetch_all(IN_HAND, values![today.date()]).await?.iter().map(read).collect()
}

/// A late case.
pub struct LateCase {
    pub code: String,
    pub agency: Option<String>,
    pub stage: String,
    pub due_on: Day,
    pub assigned: Option<String>,
}

/// All late cases on a local day, what is late for longest first.
pub async fn late(connection: &mut Connection, today: Day) -> Result<Vec<LateCase>, DbError> {
    let read = |row: &Row| {
        Ok(LateCase {
            code: row.optional_text(0)?.unwrap_or_default(),
            agency: row.optional_text(1)?,
            stage: row.text(2)?,
            due_on: row.date(3)?.into(),
            assigned: row.optional_text(4)?,
        })
    };
    connection.fetch_all(LATE, values![today.date(), LATE_MAX]).await?.iter().map(read).collect()
}
