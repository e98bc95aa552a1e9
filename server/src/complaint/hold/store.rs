//! What people have in hand, in the database.

use crate::platform::db::{Connection, DbError, Transaction};
use crate::values;

/// It is still to be worked, and whoever has it does not work there any more.
macro_rules! worker_gone {
    () => {
        "c.assigned_to is not null and c.stage not in ('closed', 'archived') and not exists (
            select 1 from account a join role_held r on r.account_id = a.id
            where a.id = c.assigned_to and a.active = 1 and (
                c.sealed = 1 and r.role = 'inspectorate'
                or c.sealed = 0 and r.role in ('liaison', 'responsible_officer') and r.agency_key = c.agency_key))"
    };
}

/// It is to be checked, and whoever was asked is gone.
macro_rules! checker_gone {
    () => {
        "c.sampled = 1 and c.checker_id is not null and not exists (
            select 1 from account a where a.id = c.checker_id and a.active = 1)"
    };
}

const LEFT: &str = concat!(
    "select c.id from complaint c where ",
    worker_gone!(),
    " union select c.id from complaint c where ",
    checker_gone!(),
    " order by 1 limit $1"
);
const GONE: &str = concat!(
    "select cast(case when ",
    worker_gone!(),
    " then 1 else 0 end as bigint), cast(case when ",
    checker_gone!(),
    " then 1 else 0 end as bigint) from complaint c where c.id = $1"
);

/// Complaints that are left behind, some of them.
pub async fn left(connection: &mut Connection, count: i64) -> Result<Vec<i64>, DbError> {
    connection.fetch_all(LEFT, values![count]).await?.iter().map(|row| row.int(0)).collect()
}

/// Whether whoever works one is gone, and whoever checks it.
pub async fn gone(tx: &mut Transaction, id: i64) -> Result<(bool, bool), DbError> {
    let row = tx.fetch_one(GONE, values![id]).await?;
    Ok((row.flag(0)?, row.flag(1)?))
}
