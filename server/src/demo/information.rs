//! Public information for a first look, plainly invented.

use super::Scene;
use crate::information::desk::Change;
use crate::information::import::{As, enter, read};
use crate::information::is_begun;
use crate::platform::db::DbError;
use crate::platform::sheet::Table;

const SAMPLE: &str = include_str!("../../seed/demo/information.csv");

/// Publishes it, unless there is some already.
pub(super) async fn begin(scene: Scene<'_>) -> Result<(), DbError> {
    let Scene { db, settings, clock, .. } = scene;
    if is_begun(&mut db.read().await?).await? {
        return Ok(());
    }
    let (at, today) = (clock.now(), settings.today(clock));
    let table = Table::read(SAMPLE.as_bytes());
    let table = table.map_err(|problem| DbError::Other(format!("the demo's information: {problem:?}")))?;
    let read = read(&table, settings, today, None, |_| true);
    if !read.faults.is_empty() {
        // An instance with other agencies has none of these.
        tracing::warn!(faults = read.faults.len(), "the demo's information was not entered");
        return Ok(());
    }
    let change = Change::by_operator(at, today);
    db.write(move |tx| {
        Box::pin(async move { enter(tx, &read.rows, As::Published, &change, (today, at)).await.map(drop) })
    })
    .await
}
