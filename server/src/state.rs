//! What every handler may use.

use std::{
    io,
    ops::Deref,
    sync::{Arc, PoisonError, RwLock},
};

use axum::extract::FromRef;

use crate::{
    clock::Clock,
    config::Config,
    platform::{
        db::{Database, DbError, OpenError},
        files::{self, Files},
        health::Health,
        http::Stop,
        kept::Kept,
        ledger::memory::Memory,
        limit::Limits,
        live::Live,
        metrics::Metrics,
        outbox::{Mail, MailError},
        presence::Presence,
        reach::Reach,
        settings::{Settings, seed},
    },
    secret::{self, Keys},
};

/// The server's parts. Clones share them.
#[derive(Clone)]
pub struct AppState(Arc<Parts>);

/// The parts themselves, reached through [`AppState`].
pub struct Parts {
    /// The database.
    pub db: Database,
    /// The clock.
    pub clock: Clock,
    /// The server's keys.
    pub keys: Keys,
    /// Who may try how often.
    pub limits: Limits,
    /// Uploaded files.
    pub files: Files,
    /// The ledger in memory, which the recap is answered from.
    pub ledger: Memory,
    /// The live revision: of what the recap shows.
    pub live: Live,
    /// Answers that hold until the next revision.
    pub kept: Kept,
    /// Figures about the server's own work.
    pub metrics: Metrics,
    /// Whether the database can be read and written.
    pub health: Health,
    /// Hands mail in, where there is a server for it.
    pub mail: Option<Mail>,
    /// Asks the links of public information, where that is switched on.
    pub reach: Option<Reach>,
    /// Who looks at which case.
    pub presence: Presence,
    /// Tells everything to stop.
    pub stop: Stop,
    settings: RwLock<Arc<Settings>>,
    reloading: tokio::sync::Mutex<()>,
}

/// Why the server's parts could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error("the data folder {folder} cannot be used: {error}")]
    Data {
        /// The folder.
        folder: String,
        /// What the system says.
        error: io::Error,
    },
    /// The database does not open.
    #[error("the database does not open: {0}")]
    Open(#[from] OpenError),
    /// The database does not answer as it should.
    #[error("the database does not answer as it should: {0}")]
    Database(#[from] DbError),
    /// Mail cannot be sent as it is set.
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl AppState {
    /// Opens the data folder and the database, fills an empty one with the shipped settings, and loads them.
    pub async fn open(config: &Config, clock: Clock) -> Result<Self, StartError> {
        let unusable = |error| StartError::Data { folder: config.data.display().to_string(), error };
        secret::private_folder(&config.data).map_err(unusable)?;
        let keys = Keys::load(&config.data).map_err(unusable)?;
        let files = Files::open(&config.data, files::Limits::default()).map_err(unusable)?;
        let mail = config.mail.as_ref().map(Mail::open).transpose()?;
        let db = Database::open(&config.database()).await?;
        let demo = config.demo;
        db.write(move |tx| Box::pin(async move { seed::fill_if_empty(tx, demo).await })).await?;
        let settings = Settings::load(&mut db.read().await?).await?;
        let stop = Stop::default();
        let stopped = stop.clone();
        let ledger = Memory::open(&db).await?;
        let live = Live::new(ledger.watch(), async move { stopped.told().await });
        Ok(Self(Arc::new(Parts {
            db,
            clock,
            keys,
            limits: Limits::new(config.limit),
            files,
            ledger,
            live,
            kept: Kept::default(),
            metrics: Metrics::default(),
            health: Health::default(),
            mail,
            reach: config.links.as_ref().map(Reach::new),
            presence: Presence::default(),
            stop,
            settings: RwLock::new(Arc::new(settings)),
            reloading: tokio::sync::Mutex::default(),
        })))
    }

    /// The instance's settings as they are now; keep the value for the length of one request.
    pub fn settings(&self) -> Arc<Settings> {
        self.settings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Loads the settings anew after a change.
    pub async fn reload_settings(&self) -> Result<(), DbError> {
        // Of two that load at once, the later must not be replaced by the earlier.
        let _turn = self.reloading.lock().await;
        let settings = Settings::load(&mut self.db.read().await?).await?;
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
        Ok(())
    }

    /// Ends what runs on and closes the database, once all waiting writes are done.
    pub async fn close(&self) {
        self.stop.now();
        self.db.close().await;
    }
}

impl FromRef<AppState> for Files {
    fn from_ref(state: &AppState) -> Self {
        state.files.clone()
    }
}

impl FromRef<AppState> for Memory {
    fn from_ref(state: &AppState) -> Self {
        state.ledger.clone()
    }
}

impl Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
