//! Where a database is: `sqlite:PATH` or `postgres://…`.

use std::path::{Path, PathBuf};

use super::OpenError;

/// Which program keeps the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A server that several of ours may share.
    Postgres,
}

#[derive(Debug, PartialEq)]
pub(super) enum Address<'a> {
    Sqlite(PathBuf),
    Postgres(&'a str),
}

impl<'a> Address<'a> {
    pub(super) fn parse(url: &'a str) -> Result<Self, OpenError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url));
        }
        match url.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest)) {
            // The writer and the readers are several connections, which memory would not share.
            Some("" | ":memory:") => Err(OpenError::Address("sqlite: needs the path of a file".to_owned())),
            Some(path) => Ok(Self::Sqlite(Path::new(path).to_owned())),
            None => Err(OpenError::Address("an address begins with sqlite: or postgres://".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let check =
            |url, expected: Option<Address<'_>>| assert_eq!(Address::parse(url).ok(), expected, "{url}");
        check("sqlite:data/tanggap.db", Some(Address::Sqlite("data/tanggap.db".into())));
        check("sqlite://data/tanggap.db", Some(Address::Sqlite("data/tanggap.db".into())));
        check("sqlite:///srv/a b%20.db", Some(Address::Sqlite("/srv/a b%20.db".into())));
        check("postgres://a@b/c", Some(Address::Postgres("postgres://a@b/c")));
        check("postgresql://a@b/c", Some(Address::Postgres("postgresql://a@b/c")));
        check("sqlite::memory:", None);
        check("sqlite:", None);
        check("mysql://a@b/c", None);
        check("data/tanggap.db", None);
    }
}
