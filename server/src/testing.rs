//! A whole server for one test: its own database, its own folder, a clock that only the test moves.

use std::{env, fs, net::SocketAddr, path::PathBuf};

use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    clock::Clock,
    config::Config,
    platform::{
        db::{Engine, testing::TestDatabase},
        http,
        limit::Limit,
    },
    router,
    secret::random_id,
    state::AppState,
};

/// When a test begins, unless it says otherwise: a Wednesday, ten in the morning in Palu.
pub const START: &str = "2026-06-10T02:00:00Z";

/// A running server. What it made goes with it.
pub struct TestServer {
    /// Its address, as in `http://127.0.0.1:40123`, without a slash at the end.
    pub url: String,
    /// Its parts, to look behind the interface.
    pub state: AppState,
    /// Its clock, to be moved.
    pub clock: Clock,
    /// What it was started with.
    pub config: Config,
    // In the order in which they go: the server before what it works on.
    task: JoinHandle<()>,
    _database: TestDatabase,
    _folder: Folder,
}

impl TestServer {
    /// One on SQLite, without limits on filing.
    pub async fn sqlite() -> Self {
        Self::start(Engine::Sqlite, |_| {}).await
    }

    /// One on PostgreSQL; see [`TestDatabase::postgres`].
    pub async fn postgres() -> Self {
        Self::start(Engine::Postgres, |_| {}).await
    }

    /// One on an engine, with settings changed. The database's address is set already.
    ///
    /// # Panics
    /// When it does not start.
    pub async fn start(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        let database = match engine {
            Engine::Sqlite => TestDatabase::sqlite(),
            Engine::Postgres => TestDatabase::postgres().await,
        };
        let folder = Folder::new();
        let mut config = Config {
            data: folder.0.clone(),
            database: Some(database.url().to_owned()),
            demo: false,
            trust_forwarded: false,
            limit: Limit { filings_per_minute: 0 },
            mail: None,
            links: None,
        };
        change(&mut config);
        let clock = Clock::manual(START.parse().expect("the start is a moment"));
        let (url, state, task) = serve(&config, &clock).await;
        Self { url, state, clock, config, task, _database: database, _folder: folder }
    }

    /// Stops it in good order and starts it again on the same data, at another port.
    ///
    /// # Panics
    /// When it does not start again.
    pub async fn restart(&mut self) {
        self.stop().await;
        let (url, state, task) = serve(&self.config, &self.clock).await;
        (self.url, self.state, self.task) = (url, state, task);
    }

    /// Stops it in good order.
    pub async fn stop(&mut self) {
        self.state.stop.now();
        let _ = (&mut self.task).await;
        self.state.close().await;
    }

    /// An address below the server's own.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.state.stop.now();
        self.task.abort();
    }
}

async fn serve(config: &Config, clock: &Clock) -> (String, AppState, JoinHandle<()>) {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("a port is free");
    let address = listener.local_addr().expect("a listener has an address");
    let state = AppState::open(config, clock.clone()).await.expect("an empty server starts");
    let task = tokio::spawn(http::serve(listener, router::router(&state, config), 1000, state.stop.clone()));
    (format!("http://{address}"), state, task)
}

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("tanggap-data-{}", random_id()));
        fs::create_dir(&folder).expect("the temporary folder is writable");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A file that is being examined may still be written; what is left is in the temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
