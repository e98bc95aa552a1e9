//! Complaints for a first look: the 26 of June 2020, and a plainly invented year up to today; some public information, and
//! requests for it.
//!
//! The same day always gives the same stories. Places are real, persons and events are not, and every title and text
//! says so. Each step goes the way that real ones go, through the state machine, the chain and the ledger.

mod dice;
mod words;

mod course;
mod information;
mod story;

mod store;
#[cfg(test)]
mod tests;
mod write;

pub mod generate;
pub mod requests;
pub mod staff;

use std::fmt::Write as _;

use crate::clock::Clock;
use crate::complaint::import::{ImportError, import};
use crate::platform::db::{Database, DbError};
use crate::platform::settings::Settings;
use crate::secret::Keys;
use shared::complaint::TrackingCode;

const SAMPLE: &str = include_str!("../../seed/data/complaints-2020-06.csv");

/// What the demo is written with.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The database.
    pub db: &'a Database,
    /// The instance's settings; nothing happens unless they say that it is a demo.
    pub settings: &'a Settings,
    /// The keys that receipts' secrets come from.
    pub keys: &'a Keys,
    /// The clock: the invented year ends now.
    pub clock: &'a Clock,
}

/// Fills an empty demo, and tells the receipts of a few complaints to try tracking with: text for the operator.
///
/// # Errors
/// When the database does not take it.
pub async fn begin(scene: Scene<'_>) -> Result<String, DbError> {
    if !scene.settings.instance.demo {
        return Ok(String::new());
    }
    write::invented(scene).await?;
    let file = import(scene.db, scene.settings, scene.clock, "complaints-2020-06.csv", SAMPLE.as_bytes());
    match file.await {
        Ok(_) => {}
        Err(ImportError::Database(error)) => return Err(error),
        Err(error) => tracing::warn!(%error, "the complaints of June 2020 were not entered"),
    }
    information::begin(scene).await?;
    let mut told = String::from("Demo complaints, to be tried at /lacak:\n");
    for number in 1..=story::TRACKED {
        let secret = scene.keys.receipt_secret(&story::key(number));
        let found = store::by_secret(&mut scene.db.read().await?, &secret).await?;
        let code = found.and_then(|(code, stage)| Some((TrackingCode::parse(&code).ok()?, stage)));
        if let Some((code, stage)) = code {
            let _ = writeln!(told, "  {stage:<12} code {code}   secret {secret}");
        }
    }
    Ok(told)
}
