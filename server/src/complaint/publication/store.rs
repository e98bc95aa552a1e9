//! Publications in the database.

use std::ops::Range;

use shared::calendar::Day;
use shared::complaint::{Stage, TrackingCode};

use crate::complaint::photo;
use crate::complaint::store::Complaint;
use crate::platform::db::{Connection, DbError, Row, Transaction};
use crate::values;

const PUBLISH: &str = "update complaint set published = 1 where id = $1";
const ADD_PUBLICATION: &str = "
    insert into publication (complaint_id, title, content) values ($1, $2, $3)
    on conflict (complaint_id) do update set title = excluded.title, content = excluded.content";
const UNPUBLISH: &str = "update complaint set published = 0 where id = $1";
const DROP_PUBLICATION: &str = "delete from publication where complaint_id = $1";
const NEARBY: &str = "
    select c.id, c.code, p.title, p.content, c.received_on, c.stage
    from complaint c join publication p on p.complaint_id = c.id
    where c.regency_code = $1 and c.published = 1 and c.received_on >= $3 and c.sealed = 0
      and ($2 = '' or c.sector_key is null or c.sector_key = $2) and c.stage not in ('closed', 'archived') and c.code is not null
    order by c.received_on desc, c.id desc limit $4";
const PARTS: &str = "
    select distinct p.complaint_id / $1 from publication p join complaint c on c.id = p.complaint_id
    where c.published = 1 and c.sealed = 0 and c.code is not null order by 1";
const ADDRESSES: &str = "
    select c.code, c.stage_since from publication p join complaint c on c.id = p.complaint_id
    where p.complaint_id >= $1 and p.complaint_id < $2 and c.published = 1 and c.sealed = 0 and c.code is not null
    order by p.complaint_id";
const PUBLICATION: &str = "select title, content from publication where complaint_id = $1";

/// Makes a title and a content public. Whether that may be is for the caller to know.
pub async fn publish(
    tx: &mut Transaction,
    complaint: &mut Complaint,
    title: &str,
    content: &str,
) -> Result<(), DbError> {
    complaint.published = true;
    tx.execute(PUBLISH, values![complaint.id]).await?;
    tx.execute(ADD_PUBLICATION, values![complaint.id, title, content]).await.map(drop)
}

/// Takes what is public of it back; the names of files that are to be removed from the disk after the commit.
pub async fn unpublish(tx: &mut Transaction, complaint: &mut Complaint) -> Result<Vec<String>, DbError> {
    complaint.published = false;
    tx.execute(UNPUBLISH, values![complaint.id]).await?;
    tx.execute(DROP_PUBLICATION, values![complaint.id]).await?;
    photo::withdraw(tx, complaint.id).await
}

/// Title and content as everyone reads them; none while they are not public.
pub async fn publication(connection: &mut Connection, id: i64) -> Result<Option<(String, String)>, DbError> {
    let row = connection.fetch_optional(PUBLICATION, values![id]).await?;
    row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
}

/// A published complaint of a regency.
pub(super) struct Nearby {
    pub(super) id: i64,
    /// The tracking code without dashes.
    pub(super) code: String,
    pub(super) title: String,
    pub(super) content: String,
    pub(super) received_on: Day,
    pub(super) stage: Stage,
}

/// What is published in a regency since a day and not over, in one sector where it is known; the newest first.
pub(super) async fn nearby(
    connection: &mut Connection,
    regency: &str,
    sector: Option<&str>,
    since: Day,
    most: i64,
) -> Result<Vec<Nearby>, DbError> {
    let values = values![regency, sector.unwrap_or_default(), since.date(), most];
    let rows = connection.fetch_all(NEARBY, values).await?;
    let nearby = rows.iter().map(|row| {
        let stage = row.text(5)?.parse();
        Ok(Nearby {
            id: row.int(0)?,
            code: row.text(1)?,
            title: row.text(2)?,
            content: row.text(3)?,
            received_on: row.date(4)?.into(),
            stage: stage.map_err(|_| DbError::Other("a complaint of an unknown stage".to_owned()))?,
        })
    });
    nearby.collect()
}

/// Which parts of so many numbers each hold complaints that are public.
pub async fn public_parts(connection: &mut Connection, numbers: i64) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(PARTS, values![numbers]).await?.iter().map(|row| row.int(0)).collect()
}

/// Where the public complaints among some numbers are, and the day on which each came to its stage.
pub async fn public_addresses(
    connection: &mut Connection,
    numbers: Range<i64>,
) -> Result<Vec<(String, Option<Day>)>, DbError> {
    let rows = connection.fetch_all(ADDRESSES, values![numbers.start, numbers.end]).await?;
    let address = |row: &Row| {
        let code = row.text(0)?;
        let code = TrackingCode::parse(&code).map_err(|_| DbError::Other(format!("not a code: {code}")))?;
        Ok((format!("/lacak/{code}"), Some(row.date(1)?.into())))
    };
    rows.iter().map(address).collect()
}
