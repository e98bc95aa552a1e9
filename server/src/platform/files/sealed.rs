//! Stored files that are sealed: on disk there is nothing of them that can be read without the server's key.

use std::fs;
use std::io;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use super::attach::Stored;
use super::{FileError, Files};
use crate::platform::seal;
use crate::secret::{Keys, random_id};

/// Letters of a name that say in which folder it lies.
const SHELF: usize = 2;

/// The sealed twin of a stored file, which no row names yet.
#[derive(Clone, Debug)]
pub struct Twin {
    /// The name it is stored under.
    pub name: String,
    /// The hash of its bytes.
    pub sha256: [u8; 32],
}

impl Files {
    /// Writes a stored file a second time, sealed. What it is called lies in the same folder, where the sweep finds it
    /// should no row come to name it.
    pub async fn seal(&self, keys: &Keys, id: &str, plain: Arc<[u8]>) -> Result<Twin, FileError> {
        let (files, keys, id) = (self.clone(), keys.clone(), id.to_owned());
        aside(move || {
            let sealed = seal::close(&keys, &purpose(&id), &plain);
            let name = beside(&id);
            files.store(&name, &sealed)?;
            Ok(Twin { name, sha256: Sha256::digest(&sealed).into() })
        })
        .await
    }

    /// The bytes of a stored file, opened where it is sealed.
    ///
    /// # Errors
    /// [`FileError::Disk`] where it is not there, or does not open.
    pub async fn read(&self, keys: &Keys, stored: &Stored) -> Result<Vec<u8>, FileError> {
        let _turn = self.examiner().turn().await;
        let (path, keys, stored) = (self.path(&stored.name), keys.clone(), stored.clone());
        aside(move || {
            let bytes = fs::read(path)?;
            if !stored.file.sealed {
                return Ok(bytes);
            }
            seal::open(&keys, &purpose(&stored.file.id), &bytes).map_err(io::Error::other)
        })
        .await
    }

    /// Writes bytes beside a stored file, as what is to take its place. Their name lies in the same folder, where the sweep finds
    /// it should no row come to name it.
    pub async fn write_beside(&self, id: &str, bytes: Vec<u8>) -> Result<Twin, FileError> {
        let (files, id) = (self.clone(), id.to_owned());
        aside(move || {
            let name = beside(&id);
            files.store(&name, &bytes)?;
            Ok(Twin { name, sha256: Sha256::digest(&bytes).into() })
        })
        .await
    }

    /// The bytes of a stored file that is not sealed, by the name it lies under.
    pub async fn read_open(&self, name: &str) -> Result<Vec<u8>, FileError> {
        let _turn = self.examiner().turn().await;
        let path = self.path(name);
        aside(move || fs::read(path)).await
    }

    /// The bytes that [`Files::seal`] has sealed of a file, by the name of its twin.
    ///
    /// # Errors
    /// [`FileError::Disk`] where it is not there, or does not open.
    pub async fn read_twin(&self, keys: &Keys, id: &str, name: &str) -> Result<Vec<u8>, FileError> {
        let _turn = self.examiner().turn().await;
        let (path, keys, id) = (self.path(name), keys.clone(), id.to_owned());
        aside(move || seal::open(&keys, &purpose(&id), &fs::read(path)?).map_err(io::Error::other)).await
    }

    /// Stores bytes that are no upload, such as a photo with boxes. The caller makes a row of it at once.
    pub(super) async fn keep(&self, id: &str, bytes: Vec<u8>) -> Result<[u8; 32], FileError> {
        let (files, id) = (self.clone(), id.to_owned());
        aside(move || {
            files.store(&id, &bytes)?;
            Ok(Sha256::digest(&bytes).into())
        })
        .await
    }
}

/// Another name in the folder of an id.
fn beside(id: &str) -> String {
    [&id[..SHELF], &random_id()[SHELF..]].concat()
}

fn purpose(id: &str) -> Vec<u8> {
    ["file:", id].concat().into_bytes()
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, FileError> {
    let done = spawn_blocking(work).await.unwrap_or_else(|panic| Err(io::Error::other(panic)));
    Ok(done?)
}
