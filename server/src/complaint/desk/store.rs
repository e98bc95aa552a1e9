//! Lists of cases in the database. Each statement walks one index in the order of its list; lists of several stages and
//! offices are merged from their walks.

use shared::calendar::Day;
use shared::complaint::{Class, Stage};

use crate::complaint::store::{Complaint, NEVER};
use crate::platform::db::{AssertSqlSafe, Connection, DbError, Row, Value};
use crate::values;

/// Open and closed cases of the same lane, from the same place, about the same affair, of about the same time.
const NEAR: &str = "
    select c.code, t.title, t.content, c.received_on, c.stage
    from complaint c join complaint_text t on t.complaint_id = c.id
    where c.regency_code = $1 and c.sector_key = $2 and c.received_on between $3 and $4
      and c.sealed = $5 and c.id <> $6 and c.stage <> 'archived' and c.code is not null
    order by c.received_on desc, c.id desc limit $7";
/// Stages that have nothing to do have no last day that passes.
const LATE: &str = "
    select agency_key, stage, count(*), min(due_on) from complaint
    where due_on < $1 and sealed = $2 and ($3 = '' or agency_key = $3) group by agency_key, stage";

/// Whose late cases are counted.
pub(super) enum Office {
    /// All that are not sealed.
    All,
    /// All sealed ones.
    Sealed,
    /// Those of an agency that are not sealed.
    Agency(String),
}

/// Late cases of one agency in one stage.
pub(super) struct Late {
    pub(super) agency: Option<String>,
    pub(super) stage: Stage,
    pub(super) count: u32,
    /// The earliest last day among them.
    pub(super) oldest: Day,
}

/// How many cases of an office are late on a day, by agency and stage.
pub(super) async fn late(
    connection: &mut Connection,
    office: &Office,
    today: Day,
) -> Result<Vec<Late>, DbError> {
    let (sealed, agency) = match office {
        Office::All => (0i64, ""),
        Office::Sealed => (1, ""),
        Office::Agency(key) => (0, &**key),
    };
    let rows = connection.fetch_all(LATE, values![today.date(), sealed, agency]).await?;
    let late = rows.iter().map(|row| {
        let stage = row.text(1)?.parse();
        Ok(Late {
            agency: row.optional_text(0)?,
            stage: stage.map_err(|_| DbError::Other("a case of an unknown stage".to_owned()))?,
            count: u32::try_from(row.int(2)?).unwrap_or(u32::MAX),
            oldest: row.date(3)?.into(),
        })
    });
    late.collect()
}

/// Which cases of a stage are walked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Walk {
    /// All that are not sealed.
    Unsealed,
    /// All sealed ones.
    Sealed,
    /// Those of an agency that are not sealed.
    Agency(String),
    /// Those of no agency that are not sealed.
    Nobody,
    /// Those that wait for somebody to check them.
    Unchecked,
    /// Those that an account is to check.
    Checker(i64),
    /// Those of an agency whose answer waits for its responsible officer.
    Waiting(String),
}

/// What narrows a list further; empty texts do not.
#[derive(Clone, Debug, Default)]
pub(super) struct Narrow {
    pub(super) agency: String,
    pub(super) sector: String,
    /// The last day, included, by which they are due.
    pub(super) due_by: Option<Day>,
    /// These rows alone.
    pub(super) ids: Option<Vec<i64>>,
}

/// A place in a list: what comes next lies behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The last day, as it is kept.
    pub(super) due_on: String,
    /// The row.
    pub(super) id: i64,
}

/// A case of a list.
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) code: Option<String>,
    pub(super) version: i64,
    pub(super) class: Class,
    pub(super) stage: Stage,
    pub(super) title: Option<String>,
    pub(super) sector: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) region: Option<String>,
    pub(super) received_on: Day,
    pub(super) assigned: Option<String>,
    pub(super) sealed: bool,
    pub(super) awaits_approval: bool,
}

/// The next of a walk through a stage: what is due first on top, and of what is over or waits to be looked at the newest.
pub(super) async fn walk(
    connection: &mut Connection,
    walk: &Walk,
    stage: Stage,
    narrow: &Narrow,
    after: Option<&Place>,
    limit: i64,
) -> Result<Vec<Found>, DbError> {
    if narrow.ids.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let is_over = matches!(stage, Stage::Closed | Stage::Archived);
    let is_newest_first = is_over || matches!(walk, Walk::Waiting(_));
    // The sign keeps SQLite from the index of all cases where there is a narrower one.
    let (office, key) = match walk {
        Walk::Unsealed => ("c.sealed = $1", Value::from(0i64)),
        Walk::Sealed => ("c.sealed = $1", Value::from(1i64)),
        Walk::Agency(key) => ("c.agency_key = $1 and +c.sealed = 0", Value::from(key.as_str())),
        Walk::Nobody => ("c.agency_key is null and +c.sealed = $1", Value::from(0i64)),
        Walk::Unchecked => ("c.sampled = 1 and c.checker_id is null and +c.sealed = $1", Value::from(0i64)),
        Walk::Checker(account) => {
            ("c.sampled = 1 and c.checker_id = $1 and +c.sealed = 0", Value::from(*account))
        }
        Walk::Waiting(key) => (
            "c.agency_key = $1 and c.waiting_answer is not null and +c.sealed = 0",
            Value::from(key.as_str()),
        ),
    };
    let behind = if is_over {
        // What is over has no last day: said so, the index of the lane is walked backwards.
        "c.due_on = $3 and c.id < $4"
    } else if is_newest_first {
        "$3 <> '' and c.id < $4"
    } else {
        "(c.due_on, c.id) > ($3, $4)"
    };
    let order = if is_newest_first { "c.id desc" } else { "c.due_on, c.id" };
    let ids = narrow.ids.as_ref().map_or_else(String::new, |ids| {
        // Numbers of our own tables, not of whoever asks.
        let ids: Vec<_> = ids.iter().map(i64::to_string).collect();
        format!("and c.id in ({})", ids.join(", "))
    });
    let sql = format!(
        "select c.due_on, c.id, c.code, c.version, c.class, c.stage, t.title, c.sector_key, c.agency_key, c.region_code,
             c.received_on, a.full_name, c.sealed, c.waiting_answer
         from complaint c
             left join complaint_text t on t.complaint_id = c.id
             left join account a on a.id = c.assigned_to
         where {office} and c.stage = $2 and {behind} and c.due_on <= $5
             and ($6 = '' or coalesce(c.agency_key, 'none') = $6)
             and ($7 = '' or coalesce(c.sector_key, 'none') = $7) {ids}
         order by {order} limit $8"
    );
    let place = after.cloned().unwrap_or_else(|| {
        if is_newest_first {
            Place { due_on: NEVER.to_owned(), id: i64::MAX }
        } else {
            Place { due_on: String::new(), id: 0 }
        }
    });
    let due_by = narrow.due_by.map_or_else(|| NEVER.to_owned(), |day| day.to_string());
    let values =
        values![key, stage.as_str(), place.due_on, place.id, due_by, &narrow.agency, &narrow.sector, limit];
    connection.fetch_all(AssertSqlSafe(sql), values).await?.iter().map(Found::read).collect()
}

/// A case that another one may be about the same thing as.
pub(super) struct Near {
    /// The tracking code without dashes.
    pub(super) code: String,
    pub(super) title: String,
    pub(super) content: String,
    pub(super) received_on: Day,
    pub(super) stage: Stage,
}

/// What came in within so many days of a case, the newest first; nothing where place or affair are not known.
pub(super) async fn near(
    connection: &mut Connection,
    complaint: &Complaint,
    days: i32,
    most: i64,
) -> Result<Vec<Near>, DbError> {
    let (Some(regency), Some(sector)) = (&complaint.cell.regency, &complaint.cell.sector) else {
        return Ok(Vec::new());
    };
    let (from, to) = (complaint.received_on.plus(-days), complaint.received_on.plus(days));
    let values =
        values![regency, sector, from.date(), to.date(), i64::from(complaint.sealed), complaint.id, most,];
    let rows = connection.fetch_all(NEAR, values).await?;
    let near = rows.iter().map(|row| {
        let stage = row.text(4)?.parse();
        Ok(Near {
            code: row.text(0)?,
            title: row.text(1)?,
            content: row.text(2)?,
            received_on: row.date(3)?.into(),
            stage: stage.map_err(|_| DbError::Other("a case of an unknown stage".to_owned()))?,
        })
    });
    near.collect()
}

impl Found {
    fn read(row: &Row) -> Result<Self, DbError> {
        let word = |column: usize| {
            let word = row.text(column)?;
            Ok::<_, DbError>(word)
        };
        let unknown = |_| DbError::Other("a case of an unknown class or stage".to_owned());
        Ok(Self {
            place: Place { due_on: row.text(0)?, id: row.int(1)? },
            code: row.optional_text(2)?,
            version: row.int(3)?,
            class: word(4)?.parse().map_err(unknown)?,
            stage: word(5)?.parse().map_err(unknown)?,
            title: row.optional_text(6)?,
            sector: row.optional_text(7)?,
            agency: row.optional_text(8)?,
            region: row.optional_text(9)?,
            received_on: row.date(10)?.into(),
            assigned: row.optional_text(11)?,
            sealed: row.flag(12)?,
            awaits_approval: row.optional_int(13)?.is_some(),
        })
    }
}
