//! Requests of a year with what was told and objected. Who asks lies in a table that nothing here reads.

use shared::calendar::Day;
use shared::request::{NoticeGiven, NoticeKind, ObjectionCourse, RequestCourse, RequestStage, RequestTold};

use crate::platform::db::{Connection, DbError, Row};
use crate::request::due::NEVER;
use crate::values;

const YEARS: &str = "select year from information_request_year order by year desc";
// The number begins with the year, and its index is there anyway.
const REQUESTS: &str = "
    select id, number, stage, agency_key, what, received_on, extended_on, answer_by, notice_id, objection_id, settled,
        due_on
    from information_request where number >= $1 and number < $2 order by id";
const NOTICES: &str = "
    select n.request_id, n.id, n.kind, n.told_on, n.article
    from request_notice n join information_request r on r.id = n.request_id
    where r.number >= $1 and r.number < $2 order by n.id";
const OBJECTIONS: &str = "
    select o.request_id, o.id, o.ground, o.filed_on, o.outcome, o.decided_on
    from objection o join information_request r on r.id = o.request_id
    where r.number >= $1 and r.number < $2 order by o.id";

/// A request of the register.
pub(super) struct Entry {
    pub(super) stage: RequestStage,
    /// The key of the agency whose PPID has it.
    pub(super) agency: Option<String>,
    pub(super) what: String,
    /// The last day of what must be done next.
    pub(super) due_on: Option<Day>,
    /// What the report reads of it.
    pub(super) told: RequestTold,
    id: i64,
    notice_id: Option<i64>,
    objection_id: Option<i64>,
}

/// The years that have requests, the latest first.
pub(super) async fn years(connection: &mut Connection) -> Result<Vec<i16>, DbError> {
    let year = |row: &Row| {
        let year = row.int(0)?;
        i16::try_from(year).map_err(|_| DbError::Other(format!("year of requests: {year}")))
    };
    connection.fetch_all(YEARS, values![]).await?.iter().map(year).collect()
}

/// The requests of a year's register, in the order of receipt.
pub(super) async fn of_year(connection: &mut Connection, year: i16) -> Result<Vec<Entry>, DbError> {
    // A dot comes right behind a dash.
    let (from, until) = (format!("PI-{year:04}-"), format!("PI-{year:04}."));
    let rows = connection.fetch_all(REQUESTS, values![&from, &until]).await?;
    let mut entries: Vec<Entry> = rows.iter().map(request).collect::<Result<_, _>>()?;
    for row in &connection.fetch_all(NOTICES, values![&from, &until]).await? {
        // One that was registered between the two questions is left to the next report.
        let Some(entry) = of(&mut entries, row)? else { continue };
        let (kind, on): (NoticeKind, Day) = (row.word("kind")?, row.date("told_on")?.into());
        entry.told.first_told_on = entry.told.first_told_on.or(Some(on));
        if entry.notice_id == Some(row.int("id")?) {
            entry.told.course.notice = Some(NoticeGiven { kind, on });
            entry.told.article = row.optional_text("article")?;
        }
    }
    for row in &connection.fetch_all(OBJECTIONS, values![&from, &until]).await? {
        let Some(entry) = of(&mut entries, row)? else { continue };
        let outcome = match row.optional_text("outcome")? {
            Some(_) => Some(row.word("outcome")?),
            None => None,
        };
        entry.told.objections.push((row.word("ground")?, outcome));
        if entry.objection_id == Some(row.int("id")?) {
            let (filed_on, decided_on) =
                (row.date("filed_on")?.into(), row.optional_date("decided_on")?.map(Day::from));
            entry.told.course.objection = Some(ObjectionCourse { filed_on, decided_on });
        }
    }
    Ok(entries)
}

/// The entry that a notice or an objection belongs to; entries stand in the order of their rows.
fn of<'a>(entries: &'a mut [Entry], row: &Row) -> Result<Option<&'a mut Entry>, DbError> {
    let id = row.int("request_id")?;
    let found = entries.binary_search_by_key(&id, |entry| entry.id).ok();
    Ok(found.map(|place| &mut entries[place]))
}

fn request(row: &Row) -> Result<Entry, DbError> {
    let due_on = row.text("due_on")?;
    Ok(Entry {
        stage: row.word("stage")?,
        agency: row.optional_text("agency_key")?,
        what: row.text("what")?,
        due_on: Some(due_on).filter(|day| day != NEVER).and_then(|day| Day::parse(&day).ok()),
        told: RequestTold {
            number: row.text("number")?,
            course: RequestCourse {
                extended_on: row.optional_date("extended_on")?.map(Day::from),
                answer_by: row.optional_date("answer_by")?.map(Day::from),
                is_settled: row.flag("settled")?,
                ..RequestCourse::begun(row.date("received_on")?.into())
            },
            first_told_on: None,
            article: None,
            objections: Vec::new(),
        },
        id: row.int("id")?,
        notice_id: row.optional_int("notice_id")?,
        objection_id: row.optional_int("objection_id")?,
    })
}

impl Entry {
    /// Whether it was objected to.
    pub(super) fn is_objected_to(&self) -> bool {
        self.objection_id.is_some()
    }
}
