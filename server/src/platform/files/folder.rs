//! Where files lie, and how they get there so that a power cut finds them whole or not at all.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{FileError, examine::Examiner, room::Limits};

/// The folders for files, and what it takes to fill them. Clones share them.
#[derive(Clone, Debug)]
pub struct Files(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    stored: PathBuf,
    parts: PathBuf,
    parts_bytes: AtomicU64,
    examiner: Examiner,
    limits: Limits,
}

impl Files {
    /// Opens `<data>/files` and `<data>/uploads`, making them if they are missing.
    pub fn open(data: &Path, limits: Limits) -> io::Result<Self> {
        let (stored, parts) = (data.join("files"), data.join("uploads"));
        private_folder(&stored)?;
        private_folder(&parts)?;
        sync(data)?;
        let parts_bytes = AtomicU64::default();
        let files = Self(Arc::new(Inner { stored, parts, parts_bytes, examiner: Examiner::new(), limits }));
        files.weigh_parts()?;
        Ok(files)
    }

    /// Where a stored file lies. The name is one from the database.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.stored.join(shelf(name)).join(name)
    }

    /// Where the pieces of an upload gather.
    pub(super) fn part(&self, id: &str) -> PathBuf {
        self.0.parts.join(id)
    }

    /// Where files may lie for as long as they are open, without a name.
    pub fn scratch(&self) -> &Path {
        self.parts()
    }

    pub(super) fn parts(&self) -> &Path {
        &self.0.parts
    }

    pub(super) fn stored(&self) -> &Path {
        &self.0.stored
    }

    pub(super) fn examiner(&self) -> &Examiner {
        &self.0.examiner
    }

    /// Bytes that the disk of the uploads still takes.
    pub(super) fn free_bytes(&self) -> io::Result<u64> {
        let disk = rustix::fs::statvfs(&self.0.parts)?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Writes a file, with its folder synced to disk when this returns. A file of that name is replaced.
    pub(super) fn store(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(name);
        let shelf = self.0.stored.join(shelf(name));
        private_folder(&shelf)?;
        // Every time: the folder may be new, made by a request that was cut off before it synced.
        sync(&self.0.stored)?;
        let draft = path.with_extension(DRAFT);
        let written = write(&draft, bytes).and_then(|()| fs::rename(&draft, &path));
        if written.is_err() {
            remove(&draft)?;
        }
        written.and_then(|()| sync(&shelf))
    }

    /// Removes a stored file, if it is there.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        remove(&self.path(name))
    }

    pub(super) fn remove_part(&self, id: &str) -> io::Result<()> {
        let path = self.part(id);
        let length = path.metadata().map_or(0, |file| file.len());
        remove(&path)?;
        self.shrank(length);
        Ok(())
    }

    /// So many bytes are no part any more.
    pub(super) fn shrank(&self, length: u64) {
        // Another server may have weighed or removed the same part; never below nothing.
        let less = |bytes: u64| Some(bytes.saturating_sub(length));
        let _ = self.0.parts_bytes.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
    }

    /// Bytes of all parts, as far as this process knows.
    pub(super) fn parts_bytes(&self) -> u64 {
        self.0.parts_bytes.load(Ordering::Relaxed)
    }

    pub(super) fn grew(&self, bytes: u64) {
        self.0.parts_bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Weighs the parts anew: at the start, and whenever they are swept.
    pub(super) fn weigh_parts(&self) -> io::Result<()> {
        let mut sum = 0;
        for entry in fs::read_dir(&self.0.parts)? {
            // One that is finished meanwhile has left the folder.
            sum += entry?.metadata().map_or(0, |file| file.len());
        }
        self.0.parts_bytes.store(sum, Ordering::Relaxed);
        Ok(())
    }
}

/// What the name of a file that is being written ends in.
pub(super) const DRAFT: &str = "draft";

/// An id travels in addresses and becomes a file's name, so nothing else gets as far as a path.
pub(super) fn checked(id: &str) -> Result<&str, FileError> {
    let is_id = id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_id { Ok(id) } else { Err(FileError::NotFound) }
}

/// Whether a text is an id as files have them.
pub fn is_file_id(id: &str) -> bool {
    checked(id).is_ok()
}

/// Two letters: some file systems and most tools are slow with a hundred thousand names in one folder.
fn shelf(name: &str) -> &str {
    name.get(..2).unwrap_or("xx")
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private(OpenOptions::new().write(true).create(true).truncate(true)).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Options for files that other users of the machine must not read.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

pub(super) fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        outcome => outcome,
    }
}
