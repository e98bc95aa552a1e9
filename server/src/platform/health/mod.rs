//! Whether the database can be read and written just now.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{sync::Mutex, time::timeout};

use super::db::{Database, DbError};
use crate::values;

/// Changes nothing, and still has to reach the disk.
const TOUCH: &str = "update head set revision = revision where id = 1";
const READ: &str = "select revision from head where id = 1";

/// How long an answer is given again, so that nobody can keep the disk busy by asking.
const KEEP: Duration = Duration::from_secs(5);

/// How long to wait for a writer that is busy, as during an import. Busy is not broken.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks the database how it is. Clones share the last answer.
#[derive(Clone, Default)]
pub struct Health(Arc<Mutex<Option<Answer>>>);

struct Answer {
    at: Instant,
    is: Result<(), DbError>,
}

impl Health {
    /// Reads, and writes without changing anything.
    pub async fn check(&self, db: &Database) -> Result<(), DbError> {
        let mut last = self.0.lock().await;
        if let Some(answer) = &*last
            && answer.at.elapsed() < KEEP
        {
            return answer.is.clone();
        }
        let is = ask(db).await;
        *last = Some(Answer { at: Instant::now(), is: is.clone() });
        is
    }
}

async fn ask(db: &Database) -> Result<(), DbError> {
    db.read().await?.fetch_one(READ, values![]).await?;
    let write = db.write(|tx| Box::pin(async { tx.execute(TOUCH, values![]).await.map(drop) }));
    timeout(PATIENCE, write).await.unwrap_or(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::db::testing::TestDatabase;

    #[tokio::test]
    async fn a_closed_database_is_not_ready() {
        let test = TestDatabase::sqlite();
        let db = test.open().await;
        let health = Health::default();
        assert_eq!(health.check(&db).await, Ok(()));
        db.close().await;
        assert_eq!(health.check(&db).await, Ok(()), "the last answer is kept for a while");
        assert!(Health::default().check(&db).await.is_err());
    }
}
