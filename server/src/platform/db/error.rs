//! What can go wrong with a database, in the terms the features answer in.

use sqlx::postgres::PgDatabaseError;

/// A failed read or write. Holds no values from the statement or its rows, so it may be logged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// The database cannot do it now: locked, full, unreachable or shutting down. The same request may
    /// succeed later; over HTTP this is a 503.
    #[error("the database is not available: {reason}")]
    Unavailable {
        /// Plain words for the log.
        reason: String,
    },
    /// A value that must be unique exists already.
    #[error("already exists: {constraint}")]
    UniqueViolation {
        /// `table.column`, several columns joined by commas: `complaint.channel,external_id`. The same for
        /// both engines, and for primary keys.
        constraint: String,
    },
    /// A row refers to one that is missing, or is referred to by one that remains.
    #[error("refers to a missing row")]
    ForeignKey,
    /// A row that had to exist does not.
    #[error("no such row")]
    NoRow,
    /// The command panicked. Nothing of it was written; the panic's message is in the log.
    #[error("the command panicked")]
    Panicked,
    /// Anything else: a mistake in a statement, a broken check, a damaged file.
    #[error("{0}")]
    Other(String),
}

impl DbError {
    pub(super) fn unavailable(reason: impl Into<String>) -> Self {
        Self::Unavailable { reason: reason.into() }
    }

    /// Whether this is the violation of exactly this constraint, given as `table.column`.
    pub fn violates(&self, name: &str) -> bool {
        matches!(self, Self::UniqueViolation { constraint } if constraint == name)
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::NoRow,
            sqlx::Error::Database(error) => match error.try_downcast_ref::<PgDatabaseError>() {
                Some(error) => from_postgres(error),
                None => from_sqlite(error.code().and_then(|code| code.parse().ok()), error.message()),
            },
            sqlx::Error::PoolTimedOut => {
                Self::unavailable("no connection was to be had in time: it does not answer, or all are busy")
            }
            sqlx::Error::PoolClosed => Self::unavailable("it is being closed"),
            sqlx::Error::Io(error) => Self::unavailable(error.to_string()),
            sqlx::Error::Tls(error) => Self::unavailable(error.to_string()),
            other => Self::Other(other.to_string()),
        }
    }
}

/// By SQLite's result codes, <https://www.sqlite.org/rescode.html>; the low byte is the primary one.
fn from_sqlite(code: Option<i32>, message: &str) -> DbError {
    let code = code.unwrap_or(1);
    match (code, code & 0xff) {
        (787, _) => DbError::ForeignKey,
        (1555 | 2067, _) => DbError::UniqueViolation { constraint: sqlite_constraint(message) },
        (_, 5 | 6) => DbError::unavailable("it is locked by another process"),
        (_, 8) => DbError::unavailable("it is read-only"),
        (_, 10) => DbError::unavailable("the disk reports an error"),
        (_, 13) => DbError::unavailable("the disk is full"),
        (_, 7 | 14) => DbError::unavailable(message),
        _ => DbError::Other(format!("{message} (SQLite code {code})")),
    }
}

/// "UNIQUE constraint failed: table.one, table.two" names every column with its table.
fn sqlite_constraint(message: &str) -> String {
    let list = message.rsplit_once("failed: ").map_or(message, |(_, list)| list);
    let mut columns = list.split(", ");
    let first = columns.next().unwrap_or_default().to_owned();
    columns.fold(first, |name, next| name + "," + next.rsplit('.').next().unwrap_or(next))
}

/// By SQLSTATE, <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn from_postgres(error: &PgDatabaseError) -> DbError {
    match error.code() {
        "23505" => DbError::UniqueViolation { constraint: postgres_constraint(error) },
        "23503" => DbError::ForeignKey,
        "53100" => DbError::unavailable("the disk is full"),
        "40001" | "40P01" => DbError::unavailable("two changes met; one of them has to be repeated"),
        "25006" => DbError::unavailable("it is read-only"),
        code if ["08", "53", "55", "57", "58"].iter().any(|class| code.starts_with(class)) => {
            DbError::unavailable(error.message())
        }
        code => DbError::Other(format!("{} (PostgreSQL code {code})", error.message())),
    }
}

/// The detail reads "Key (one, two)=(…) already exists." in any language; only its columns are taken.
/// Without it, the constraint's name says it by convention: `table_column_key`.
fn postgres_constraint(error: &PgDatabaseError) -> String {
    let (table, name) = (error.table().unwrap_or_default(), error.constraint().unwrap_or_default());
    let columns = error.detail().and_then(|text| Some(text.split_once('(')?.1.split_once(")=(")?.0));
    match columns {
        Some(columns) => format!("{table}.{}", columns.replace(", ", ",").replace('"', "")),
        None => {
            let column = name.strip_prefix(table).unwrap_or(name).trim_start_matches('_');
            format!("{table}.{}", column.strip_suffix("_key").unwrap_or(column))
        }
    }
}
