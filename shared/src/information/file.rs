use serde::{Deserialize, Serialize};

/// Bytes of one file of an entry: 200 MB.
pub const INFORMATION_FILE_BYTES_MAX: u64 = 200_000_000;
/// Files that one version of an entry may have.
pub const INFORMATION_FILES_MAX: usize = 50;

/// A file of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationFile {
    /// Its id, for `/informasi/{entry}/berkas/{id}`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// Its bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl InformationFile {
    /// Whether it is a recording that a page plays.
    pub fn is_audio(&self) -> bool {
        self.media_type.starts_with("audio/")
    }
}
