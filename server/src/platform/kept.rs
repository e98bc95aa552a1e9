//! Answers kept as bytes while nothing has changed.
//!
//! Some answers cost more than the ledger in memory does, and after a change every open page asks for the same one at
//! once. So each is made once a revision: the first who asks makes it, the others wait for it. Whatever such an answer
//! shows must therefore raise the revision when it changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use shared::calendar::Day;
use tokio::sync::OnceCell;

use super::settings::Settings;

/// Answers of one moment. Rare ones beyond this are made each time.
const MOST: usize = 256;

/// What an answer depends on besides its question.
#[derive(Clone)]
pub struct Moment {
    /// The ledger's revision.
    pub revision: i64,
    /// The local day.
    pub today: Day,
    /// The settings.
    pub settings: Arc<Settings>,
}

/// The answers of the latest moment.
#[derive(Default)]
pub struct Kept(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    moment: Option<Moment>,
    answers: HashMap<String, Arc<OnceCell<Bytes>>>,
}

impl Kept {
    /// The answer of a name at a moment: the kept one, or the one that `make` makes. A failure is not kept.
    pub async fn get_or<E>(
        &self,
        moment: Moment,
        name: String,
        make: impl AsyncFnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Bytes, E> {
        let cell = self.0.lock().unwrap_or_else(PoisonError::into_inner).cell(moment, name);
        cell.get_or_try_init(async || make().await.map(Bytes::from)).await.cloned()
    }
}

impl Shelf {
    fn cell(&mut self, moment: Moment, name: String) -> Arc<OnceCell<Bytes>> {
        if !self.moment.as_ref().is_some_and(|kept| kept.is(&moment)) {
            if self.moment.as_ref().is_some_and(|kept| kept.revision > moment.revision) {
                // Somebody slow still holds an older ledger; the others shall not lose theirs for it.
                return Arc::default();
            }
            self.answers.clear();
            self.moment = Some(moment);
        }
        if self.answers.len() >= MOST && !self.answers.contains_key(&name) {
            return Arc::default();
        }
        Arc::clone(self.answers.entry(name).or_default())
    }
}

impl Moment {
    fn is(&self, other: &Self) -> bool {
        self.revision == other.revision
            && self.today == other.today
            && Arc::ptr_eq(&self.settings, &other.settings)
    }
}
