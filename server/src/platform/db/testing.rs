//! Databases for tests, on both engines, each made for one test and gone after it.

use std::{env, fs, path::PathBuf, thread};

use sqlx::{AssertSqlSafe, ConnectOptions, PgConnection, postgres::PgConnectOptions};

use super::{Database, Engine, Options};
use crate::secret::random_id;

/// Names a superuser's address of a running PostgreSQL, as `postgres://tanggap@127.0.0.1:5432/`.
pub const POSTGRES: &str = "TANGGAP_TEST_POSTGRES";

/// A database of one test's own. It is removed when this is dropped.
pub struct TestDatabase {
    url: String,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Server { address: String, name: String },
}

impl TestDatabase {
    /// One on each engine.
    ///
    /// # Panics
    /// When [`POSTGRES`] is not set: a test that passed on one engine only would say more than it knows.
    pub async fn both() -> [Self; 2] {
        [Self::sqlite(), Self::postgres().await]
    }

    /// A file in a folder of its own.
    ///
    /// # Panics
    /// When the temporary folder is not writable.
    pub fn sqlite() -> Self {
        let folder = env::temp_dir().join(format!("tanggap-{}", random_id()));
        fs::create_dir(&folder).expect("the temporary folder is writable");
        Self { url: format!("sqlite:{}", folder.join("tanggap.db").display()), place: Place::Folder(folder) }
    }

    /// A database on the server that [`POSTGRES`] names.
    ///
    /// # Panics
    /// When there is no such server.
    pub async fn postgres() -> Self {
        let address = env::var(POSTGRES).unwrap_or_else(|_| {
            panic!("{POSTGRES} must name a PostgreSQL for tests; `cargo xtask test` starts one and sets it")
        });
        let name = format!("tanggap_{}", random_id());
        order(&address, format!("create database {name} template template0 encoding 'UTF8'")).await;
        let (start, query) =
            address.split_once('?').map_or((&*address, None), |(start, query)| (start, Some(query)));
        let start = start
            .rfind('/')
            .filter(|slash| !start[..*slash].ends_with('/'))
            .map_or(start, |slash| &start[..slash]);
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Self { url: format!("{start}/{name}{query}"), place: Place::Server { address, name } }
    }

    /// Which engine it is on.
    pub fn engine(&self) -> Engine {
        match self.place {
            Place::Folder(_) => Engine::Sqlite,
            Place::Server { .. } => Engine::Postgres,
        }
    }

    /// Its address, for another process.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Opens it, migrated.
    ///
    /// # Panics
    /// When it does not open.
    pub async fn open(&self) -> Database {
        Database::open_with(&self.url, Options::default()).await.expect("a new database opens")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.place {
            Place::Folder(folder) => {
                // A writer that was not closed may just be tidying up in it; it is done soon.
                let removed = (0..10).any(|_| fs::remove_dir_all(folder).is_ok() || !folder.exists());
                assert!(removed || thread::panicking(), "the test's folder could not be removed");
            }
            Place::Server { address, name } => {
                let statement = format!("drop database {name} with (force)");
                // A runtime of its own, since the test's cannot be waited for from here.
                let removed =
                    thread::scope(|scope| scope.spawn(|| block_on(order(address, statement))).join());
                assert!(removed.is_ok() || thread::panicking(), "the test's database could not be dropped");
            }
        }
    }
}

async fn order(address: &str, statement: String) {
    let connect = async {
        let options: PgConnectOptions = address.parse()?;
        let mut connection: PgConnection =
            options.database("postgres").disable_statement_logging().connect().await?;
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await
    };
    if let Err(error) = connect.await {
        panic!("the PostgreSQL that {POSTGRES} names does not answer as it should: {error}");
    }
}

fn block_on(work: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts")
        .block_on(work);
}
