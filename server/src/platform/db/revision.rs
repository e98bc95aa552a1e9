//! The head row's revision, as it is seen to grow: by this process at once, by others within 250 ms.

use std::{sync::Arc, time::Duration};

use sqlx::{PgPool, postgres::PgListener};
use tokio::{sync::watch, task::JoinHandle, time};

use super::{Connection, DbError, transaction::CHANNEL};

/// How often an SQLite file is asked whether another process has changed it.
const PERIOD: Duration = Duration::from_millis(250);

/// How long to wait before trying again to hear from an unreachable database.
const PAUSE: Duration = Duration::from_secs(1);

const CURRENT: &str = "select revision from head where id = 1";

/// The greatest revision seen so far. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct Revision(Arc<watch::Sender<i64>>);

impl Revision {
    pub(super) fn new(current: i64) -> Self {
        Self(Arc::new(watch::Sender::new(current)))
    }

    pub(super) fn watch(&self) -> watch::Receiver<i64> {
        self.0.subscribe()
    }

    /// Takes note of a committed revision. An older one, read before and told after, changes nothing.
    pub(super) fn seen(&self, revision: i64) {
        self.0.send_if_modified(|known| {
            let newer = revision > *known;
            if newer {
                *known = revision;
            }
            newer
        });
    }

    /// Asks an SQLite file again and again. Its own writer tells its commits itself.
    pub(super) fn poll(&self, pool: sqlx::SqlitePool) -> JoinHandle<()> {
        let this = self.clone();
        tokio::spawn(async move {
            let mut ticks = time::interval(PERIOD);
            ticks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
            loop {
                ticks.tick().await;
                let read = async {
                    let link = super::connection::Link::SqlitePooled(pool.acquire().await?);
                    current(&mut Connection::new(link)).await
                };
                match read.await {
                    Ok(revision) => this.seen(revision),
                    Err(_) if pool.is_closed() => return,
                    Err(error) => tracing::warn!(%error, "the revision could not be read"),
                }
            }
        })
    }

    /// Listens to PostgreSQL, and asks whenever it may have missed something.
    pub(super) fn listen(&self, pool: PgPool, listener: PgPool) -> JoinHandle<()> {
        let this = self.clone();
        tokio::spawn(async move {
            while !pool.is_closed() {
                if let Err(error) = this.hear(&pool, &listener).await
                    && !pool.is_closed()
                {
                    tracing::warn!(%error, "not hearing of new revisions; trying again");
                    time::sleep(PAUSE).await;
                }
            }
        })
    }

    async fn hear(&self, pool: &PgPool, listener: &PgPool) -> Result<(), DbError> {
        let mut listener = PgListener::connect_with(listener).await?;
        listener.listen(CHANNEL).await?;
        loop {
            // After listening has begun, and after every lost connection: what was announced meanwhile.
            let link = super::connection::Link::PostgresPooled(pool.acquire().await?);
            self.seen(current(&mut Connection::new(link)).await?);
            while let Some(notice) = listener.try_recv().await? {
                if let Ok(revision) = notice.payload().parse() {
                    self.seen(revision);
                }
            }
        }
    }
}

/// The revision in the head row.
pub(super) async fn current(connection: &mut Connection) -> Result<i64, DbError> {
    connection.fetch_one(CURRENT, &[]).await?.int(0)
}
