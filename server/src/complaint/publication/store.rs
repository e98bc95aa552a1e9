//! Publications in the database.

use crate::complaint::store::Complaint;
use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

const PUBLISH: &str = "update complaint set published = 1 where id = $1";
const ADD_PUBLICATION: &str = "
    insert into publication (complaint_id, title, content) values ($1, $2, $3)
    on conflict (complaint_id) do update set title = excluded.title, content = excluded.content";
const UNPUBLISH: &str = "update complaint set published = 0 where id = $1";
const DROP_PUBLICATION: &str = "delete from publication where complaint_id = $1";
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

/// Takes what is public of it back.
pub async fn unpublish(tx: &mut Transaction, complaint: &mut Complaint) -> Result<(), DbError> {
    complaint.published = false;
    tx.execute(UNPUBLISH, values![complaint.id]).await?;
    tx.execute(DROP_PUBLICATION, values![complaint.id]).await.map(drop)
}

/// Title and content as everyone reads them; none while they are not public.
pub async fn publication(connection: &mut Connection, id: i64) -> Result<Option<(String, String)>, DbError> {
    let row = connection.fetch_optional(PUBLICATION, values![id]).await?;
    row.map(|row| Ok((row.text(0)?, row.text(1)?))).transpose()
}
