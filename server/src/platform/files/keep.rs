//! The step from a whole part file to a stored file that stays as it came, however large it is: it is read once for its
//! hash, a run at a time, and then moved.

use std::{
    fs::{self, File},
    io::{self, Read},
};

use tokio::task::spawn_blocking;

use super::{FileError, Files, folder, verify::hash_of};

/// How many of the first bytes tell what a file is. The inner names of office documents lie within them.
pub const HEAD: u64 = 8 * 1024;

/// The first bytes of what has arrived of an upload.
///
/// # Errors
/// When they cannot be read.
pub async fn head(files: &Files, id: &str) -> Result<Vec<u8>, FileError> {
    let path = files.part(folder::checked(id)?);
    aside(move || {
        let mut head = Vec::new();
        File::open(path)?.take(HEAD).read_to_end(&mut head)?;
        Ok(head)
    })
    .await
}

/// Stores what has arrived of an upload under its id; its SHA-256.
///
/// # Errors
/// [`FileError::NotFound`] where another request has done it already.
pub async fn keep(files: &Files, id: &str) -> Result<[u8; 32], FileError> {
    let (files, id) = (files.clone(), folder::checked(id)?.to_owned());
    aside(move || {
        let part = files.part(&id);
        let kept = hash_of(&part).and_then(|hash| {
            File::open(&part)?.sync_all()?;
            files.shelve(&id)?;
            Ok(hash)
        });
        match kept {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(FileError::NotFound),
            outcome => Ok(outcome?),
        }
    })
    .await
}

impl Files {
    /// Removes all there is of a file that no row names any more.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn forget(&self, id: &str) -> Result<(), FileError> {
        self.remove_part(folder::checked(id)?)?;
        Ok(self.remove(id)?)
    }

    /// Moves a part file to the stored files.
    fn shelve(&self, id: &str) -> io::Result<()> {
        let (part, path) = (self.part(id), self.path(id));
        let length = part.metadata()?.len();
        let shelf = path.parent().unwrap_or_else(|| self.stored());
        folder::private_folder(shelf)?;
        folder::sync(self.stored())?;
        fs::rename(&part, &path)?;
        folder::sync(shelf)?;
        folder::sync(self.parts())?;
        self.shrank(length);
        Ok(())
    }
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FileError> + Send + 'static,
) -> Result<T, FileError> {
    spawn_blocking(work).await.unwrap_or_else(|panic| Err(FileError::Disk(io::Error::other(panic))))
}
