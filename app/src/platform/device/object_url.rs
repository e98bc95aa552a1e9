use web_sys::{Blob, Url};

/// An address under which the page can show a file that it holds. It is revoked when it goes, or the browser would hold
/// the file for as long as the page lives.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// An address for a file; nothing where the browser has none to give.
    pub fn of(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        // Fails for nothing that was given out by the browser itself.
        let _ = Url::revoke_object_url(&self.0);
    }
}
