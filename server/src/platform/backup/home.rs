//! The data folder's part of a restore: files and keys, put in place so that all of them come or none.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use super::BackupError;

/// The keys' files.
pub(super) const KEYS: [&str; 2] = ["receipt.key", "seal.key"];

/// Bytes of a key.
pub(super) const KEY: usize = 32;

/// The data folder's keys that there are.
pub(super) fn keys(data: &Path) -> Result<Vec<(&'static str, Vec<u8>)>, BackupError> {
    let mut keys = Vec::new();
    for name in KEYS {
        let path = data.join("keys").join(name);
        match fs::read(&path) {
            Ok(key) => keys.push((name, key)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(BackupError::Disk(path, error)),
        }
    }
    Ok(keys)
}

/// Where files wait until everything has been checked.
pub(super) struct Staging {
    data: PathBuf,
    folder: PathBuf,
}

impl Staging {
    /// Makes sure that the data folder has no files, and begins a staging folder, removing one that a restore left
    /// behind when it was killed.
    pub(super) fn begin(data: &Path) -> Result<Self, BackupError> {
        private_folder(data)?;
        let folder = data.join("files.restored");
        for kept in ["files", "uploads"].map(|name| data.join(name)) {
            if has_files(&kept).map_err(BackupError::at(&kept))? {
                return Err(BackupError::NotEmpty(kept.display().to_string()));
            }
        }
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(BackupError::Disk(folder, error));
            }
            _ => private_folder(&folder)?,
        }
        Ok(Self { data: data.to_owned(), folder })
    }

    /// Where a file waits.
    pub(super) fn path(&self, id: &str) -> PathBuf {
        self.folder.join(id.get(..2).unwrap_or("xx")).join(id)
    }

    /// Writes and syncs a file as it is read.
    pub(super) fn store(&self, id: &str, bytes: impl Read) -> Result<(), BackupError> {
        let path = self.path(id);
        path.parent().map_or(Ok(()), private_folder)?;
        write(&path, bytes).map_err(BackupError::at(path))
    }

    /// Removes a file that no row names.
    pub(super) fn discard(&self, id: &str) -> Result<(), BackupError> {
        let path = self.path(id);
        fs::remove_file(&path).map_err(BackupError::at(path))
    }

    /// Puts the files in their place, with the folders synced.
    pub(super) fn settle(&self) -> Result<(), BackupError> {
        for entry in fs::read_dir(&self.folder).map_err(BackupError::at(&self.folder))? {
            sync(&entry.map_err(BackupError::at(&self.folder))?.path())?;
        }
        sync(&self.folder)?;
        let place = self.data.join("files");
        // Empty shelves may stand there, left by a server that was tried out.
        match fs::remove_dir_all(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(BackupError::Disk(place, error));
            }
            _ => {}
        }
        fs::rename(&self.folder, &place).map_err(BackupError::at(&place))?;
        sync(&self.data)
    }

    /// Takes everything back.
    pub(super) fn undo(&self) {
        for folder in [self.folder.clone(), self.data.join("files")] {
            if let Err(error) = fs::remove_dir_all(&folder)
                && error.kind() != io::ErrorKind::NotFound
            {
                tracing::warn!(%error, folder = %folder.display(), "a folder of a failed restore stays");
            }
        }
    }
}

/// Writes keys; those that are there already must be the same.
pub(super) fn write_keys(data: &Path, given: &[(String, Vec<u8>)]) -> Result<(), BackupError> {
    let folder = data.join("keys");
    let known = keys(data)?;
    for (name, key) in given {
        if known.iter().any(|(other, bytes)| other == name && bytes != key) {
            return Err(BackupError::NotEmpty(folder.join(name).display().to_string()));
        }
    }
    for (name, key) in given {
        if !known.iter().any(|(other, _)| other == name) {
            private_folder(&folder)?;
            let path = folder.join(name);
            write(&path, &key[..]).map_err(BackupError::at(path))?;
        }
    }
    if folder.exists() { sync(&folder) } else { Ok(()) }
}

/// Syncs the folder that a file lies in.
pub(super) fn sync_folder_of(path: &Path) -> Result<(), BackupError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync(folder.unwrap_or(Path::new(".")))
}

fn sync(folder: &Path) -> Result<(), BackupError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(BackupError::at(folder))
}

fn write(path: &Path, mut bytes: impl Read) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    io::copy(&mut bytes, &mut file)?;
    file.sync_all()
}

fn private_folder(path: &Path) -> Result<(), BackupError> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(BackupError::at(path))
}

fn has_files(folder: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if !entry.file_type()?.is_dir() || has_files(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}
