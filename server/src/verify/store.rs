//! What a check asks the tables. Statements that compare whole tables give their differences only.

use shared::calendar::{Day, Month};
use shared::region::Point;

use crate::complaint::store::ComplaintText;
use crate::platform::db::{Connection, DbError, Row};
use crate::values;

const HEAD: &str = "select position, hash from head where id = 1";
const TEXTS: &str = "
    select event_position, name, salt, text from event_text where event_position >= $1 and event_position <= $2";
const FILED_TEXTS: &str = "
    select e.position, t.salt, t.title, t.content, t.place_words, t.latitude, t.longitude
    from event e join complaint_text t on t.complaint_id = e.complaint_id
    where e.position >= $1 and e.position <= $2 and e.kind in ('received', 'imported')";
const WITHOUT_EVENT: &str = "
    select id from complaint
    where not exists (
        select 1 from event e where e.complaint_id = complaint.id and e.kind in ('received', 'imported'))
    limit 1001";
/// Requests for information whose first event is not the one that they name.
const REQUESTS_WITHOUT_EVENT: &str = "
    select r.number
    from information_request r left join event e on e.position = r.event_position and e.kind = 'request_received'
    where e.position is null or e.body not like '%\"request\":\"' || r.number || '\"%'
    limit 1001";
/// Complaints whose last event with a stage names another one than theirs. Bodies hold no words of people's, and within
/// JSON's texts a quotation mark is escaped, so nobody can write the pattern into one.
const ASTRAY: &str = "
    select c.id
    from complaint c join event e on e.position = (
        select max(l.position) from event l where l.complaint_id = c.id and l.body like '%\"stage\":\"%')
    where e.body not like '%\"stage\":\"' || c.stage || '\"%'
    limit 1001";
/// Complaints that are less private than their reporters chose.
const LOOSENED: &str = "
    select c.id
    from complaint c join event e on e.complaint_id = c.id and e.kind = 'received'
    where (c.sealed = 0 and e.body like '%\"sealed\":true%')
        or (c.anonymous = 0 and e.body like '%\"anonymous\":true%')
        or (c.confidential = 0 and e.body like '%\"confidential\":true%')
    limit 1001";
const EXCLUDED: &str = "select count(*) from excluded_information";
/// Consequence tests that stand otherwise than their last decision says, or whose line everyone reads otherwise.
const MISSTATED: &str = "
    select t.id
    from consequence_test t
        left join excluded_information e on e.test_id = t.id
        left join consequence_decision d on d.test_id = t.id and d.place = (
            select max(l.place) from consequence_decision l where l.test_id = t.id)
    where (d.test_id is null) <> (t.stage not in ('decided', 'to_review'))
        or coalesce(t.ends_on, '') <> coalesce(d.until_on, '')
        or (t.ends_on is null) <> (e.test_id is null)
        or e.stage <> t.stage or e.title <> t.public_title or e.agency_key <> t.agency_key or e.law <> t.law
        or e.number <> d.number or e.decided_on <> d.decided_on or e.until_on <> d.until_on
    order by t.id limit 1001";
const COUNTS: &str = "
    select (select cast(count(*) as bigint) from complaint), (select cast(count(*) as bigint) from spell),
        (select cast(count(*) as bigint) from cell), (select cast(count(*) as bigint) from pace)";
const MISPLACED: &str = "
    select c.id
    from complaint c left join spell s on s.complaint_id = c.id and s.ended_on is null
    where s.id is null or s.stage <> c.stage or s.started_on <> c.stage_since
        or coalesce(s.sector_key, '') <> coalesce(c.sector_key, '')
        or coalesce(s.agency_key, '') <> coalesce(c.agency_key, '')
        or coalesce(s.regency_code, '') <> coalesce(c.regency_code, '')
        or s.class <> c.class or s.channel <> c.channel or s.month <> c.month
    limit 1001";
const GAPS: &str = "
    select distinct complaint_id
    from (
        select s.complaint_id, s.started_on,
            coalesce(lag(s.ended_on) over (partition by s.complaint_id order by s.id), c.received_on) as expected
        from spell s join complaint c on c.id = s.complaint_id) followed
    where started_on <> expected
    limit 1001";
/// Every spell is an entry on its first day and an exit on its last; what the cells say more or less than that.
const CELL_DIFFERENCES: &str = "
    select day, stage, sector_key, agency_key, regency_code, class, channel, month, cast(sum(moved) as bigint)
    from (
        select day, stage, sector_key, agency_key, regency_code, class, channel, month, count as moved from cell
        union all
        select started_on, stage, coalesce(sector_key, ''), coalesce(agency_key, ''), coalesce(regency_code, ''),
            class, channel, month, -1
        from spell
        union all
        select ended_on, stage, coalesce(sector_key, ''), coalesce(agency_key, ''), coalesce(regency_code, ''),
            class, channel, month, 1
        from spell where ended_on is not null) moves
    group by day, stage, sector_key, agency_key, regency_code, class, channel, month
    having sum(moved) <> 0
    limit 1001";
const MONTHS: &str = "
    select distinct month from pace
    union
    select distinct month from complaint where answered_on is not null or closed_on is not null
    order by month";
const PACES: &str = "
    select kind, working_days, sector_key, agency_key, regency_code, class, channel, cast(sum(count) as bigint)
    from pace where month = $1
    group by kind, working_days, sector_key, agency_key, regency_code, class, channel";
const FINISHED: &str = "
    select received_on, answered_on, closed_on, coalesce(sector_key, ''), coalesce(agency_key, ''),
        coalesce(regency_code, ''), class, channel, cast(count(*) as bigint)
    from complaint
    where month = $1 and stage <> 'archived' and (answered_on is not null or closed_on is not null)
    group by received_on, answered_on, closed_on, sector_key, agency_key, regency_code, class, channel";
const RECEIPTS: &str = "
    select key, body from idempotency where scope = 'complaint' and key > $1 order by key limit 500";

/// The chain's end.
pub(super) struct Head {
    pub(super) position: i64,
    pub(super) hash: [u8; 32],
}

/// The head row.
pub(super) async fn head(connection: &mut Connection) -> Result<Head, DbError> {
    let row = connection.fetch_one(HEAD, &[]).await?;
    Ok(Head { position: row.int(0)?, hash: row.hash(1)? })
}

/// A text that is still there.
pub(super) struct Text {
    pub(super) position: i64,
    pub(super) name: String,
    pub(super) salt: Vec<u8>,
    pub(super) text: String,
}

/// The texts of the events of these places, beside them and in the complaints' own table.
pub(super) async fn texts(connection: &mut Connection, from: i64, to: i64) -> Result<Vec<Text>, DbError> {
    let mut texts = Vec::new();
    for row in connection.fetch_all(TEXTS, values![from, to]).await? {
        let (position, name, salt, text) = (row.int(0)?, row.text(1)?, row.blob(2)?, row.text(3)?);
        texts.push(Text { position, name, salt, text });
    }
    for row in connection.fetch_all(FILED_TEXTS, values![from, to]).await? {
        let (position, salt) = (row.int(0)?, row.hash(1)?);
        let (latitude, longitude) = (row.optional_real(5)?, row.optional_real(6)?);
        let point = latitude.zip(longitude).map(|(latitude, longitude)| Point { latitude, longitude });
        let (title, content, place) = (row.text(2)?, row.text(3)?, row.optional_text(4)?);
        let filed = ComplaintText { title, content, place, point };
        texts.extend(filed.hashed(salt).into_iter().map(|text| Text {
            position,
            name: text.name.to_owned(),
            salt: text.salt.to_vec(),
            text: text.text,
        }));
    }
    Ok(texts)
}

/// Complaints that no event says anything of.
pub(super) async fn complaints_without_event(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(WITHOUT_EVENT, &[]).await?)
}

/// Requests for information that no event says anything of, by number.
pub(super) async fn requests_without_event(connection: &mut Connection) -> Result<Vec<String>, DbError> {
    let rows = connection.fetch_all(REQUESTS_WITHOUT_EVENT, &[]).await?;
    rows.iter().map(|row| row.text(0)).collect()
}

/// Complaints that stand where no event has brought them.
pub(super) async fn astray(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(ASTRAY, &[]).await?)
}

/// Complaints that are less private than their reporters chose.
pub(super) async fn loosened(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(LOOSENED, &[]).await?)
}

/// How many lines the list of what is excluded has.
pub(super) async fn excluded(connection: &mut Connection) -> Result<i64, DbError> {
    connection.fetch_one(EXCLUDED, &[]).await?.int(0)
}

/// Consequence tests that stand otherwise than their last decision says.
pub(super) async fn misstated(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(MISSTATED, &[]).await?)
}

/// How much there is.
pub(super) struct Counts {
    pub(super) complaints: i64,
    pub(super) spells: i64,
    pub(super) cells: i64,
    pub(super) paces: i64,
}

/// Counts the tables.
pub(super) async fn counts(connection: &mut Connection) -> Result<Counts, DbError> {
    let row = connection.fetch_one(COUNTS, &[]).await?;
    Ok(Counts { complaints: row.int(0)?, spells: row.int(1)?, cells: row.int(2)?, paces: row.int(3)? })
}

/// Complaints that do not stand where their open spell says.
pub(super) async fn misplaced(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(MISPLACED, &[]).await?)
}

/// Complaints whose spells have gaps, overlap, or do not begin with the receipt.
pub(super) async fn gaps(connection: &mut Connection) -> Result<Vec<i64>, DbError> {
    ids(connection.fetch_all(GAPS, &[]).await?)
}

/// Cells that a recount of the spells does not give: the cell, and how much it has too many.
pub(super) async fn cell_differences(connection: &mut Connection) -> Result<Vec<(String, i64)>, DbError> {
    let rows = connection.fetch_all(CELL_DIFFERENCES, &[]).await?;
    rows.iter().map(|row| Ok((joined(row, 0, 8)?, row.int(8)?))).collect()
}

/// The months in which complaints came in that were answered or closed.
pub(super) async fn months(connection: &mut Connection) -> Result<Vec<Month>, DbError> {
    let month = |row: &Row| {
        let text = row.text(0)?;
        Month::parse(&text).map_err(|_| DbError::Other(format!("no month: {text}")))
    };
    connection.fetch_all(MONTHS, &[]).await?.iter().map(month).collect()
}

/// What a pace counts, but for its day and month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PaceKey {
    pub(super) kind: String,
    pub(super) working_days: i64,
    pub(super) cell: String,
}

/// The paces of a month of receipt, summed over all days.
pub(super) async fn paces(connection: &mut Connection, month: Month) -> Result<Vec<(PaceKey, i64)>, DbError> {
    let rows = connection.fetch_all(PACES, values![month.to_string()]).await?;
    rows.iter()
        .map(|row| {
            let key = PaceKey { kind: row.text(0)?, working_days: row.int(1)?, cell: joined(row, 2, 7)? };
            Ok((key, row.int(7)?))
        })
        .collect()
}

/// Complaints that were answered or closed on the same days and count in the same cell.
pub(super) struct Finished {
    pub(super) received_on: Day,
    pub(super) answered_on: Option<Day>,
    pub(super) closed_on: Option<Day>,
    pub(super) cell: String,
    pub(super) count: i64,
}

/// The answered and closed complaints of a month of receipt.
pub(super) async fn finished(connection: &mut Connection, month: Month) -> Result<Vec<Finished>, DbError> {
    let rows = connection.fetch_all(FINISHED, values![month.to_string()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Finished {
                received_on: row.date(0)?.into(),
                answered_on: row.optional_date(1)?.map(Day::from),
                closed_on: row.optional_date(2)?.map(Day::from),
                cell: joined(row, 3, 8)?,
                count: row.int(8)?,
            })
        })
        .collect()
}

/// The next remembered receipts, each with its key.
pub(super) async fn receipts(
    connection: &mut Connection,
    after: &str,
) -> Result<Vec<(String, String)>, DbError> {
    let rows = connection.fetch_all(RECEIPTS, values![after]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, row.text(1)?))).collect()
}

fn ids(rows: Vec<Row>) -> Result<Vec<i64>, DbError> {
    rows.iter().map(|row| row.int(0)).collect()
}

fn joined(row: &Row, from: usize, to: usize) -> Result<String, DbError> {
    let parts: Result<Vec<String>, DbError> = (from..to).map(|column| row.text(column)).collect();
    Ok(parts?.iter().map(|part| if part.is_empty() { "–" } else { part }).collect::<Vec<_>>().join(" "))
}
