//! Rows read, with a getter for each type a column may have.

use std::str::FromStr;

use jiff::{Timestamp, civil::Date};
use sqlx::{ColumnIndex, Decode, Postgres, Row as _, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow};

use super::DbError;

/// One row. Columns are named by their index from 0, or by name. A null where none is expected, another type or
/// an unknown column is [`DbError::Other`].
#[derive(Debug)]
pub struct Row(pub(super) Inner);

#[derive(Debug)]
pub(super) enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// How a column may be named: `0` or `"title"`.
pub trait Index: Copy + ColumnIndex<SqliteRow> + ColumnIndex<PgRow> {}

impl<I: Copy + ColumnIndex<SqliteRow> + ColumnIndex<PgRow>> Index for I {}

impl Row {
    /// A whole number.
    pub fn int(&self, column: impl Index) -> Result<i64, DbError> {
        self.get(column)
    }

    /// A whole number, if there is one.
    pub fn optional_int(&self, column: impl Index) -> Result<Option<i64>, DbError> {
        self.optional(column)
    }

    /// Yes or no, kept as 1 or 0.
    pub fn flag(&self, column: impl Index) -> Result<bool, DbError> {
        self.int(column).map(|number| number != 0)
    }

    /// A floating-point number.
    pub fn real(&self, column: impl Index) -> Result<f64, DbError> {
        self.get(column)
    }

    /// A floating-point number, if there is one.
    pub fn optional_real(&self, column: impl Index) -> Result<Option<f64>, DbError> {
        self.optional(column)
    }

    /// Text.
    pub fn text(&self, column: impl Index) -> Result<String, DbError> {
        self.get(column)
    }

    /// Text, if there is any.
    pub fn optional_text(&self, column: impl Index) -> Result<Option<String>, DbError> {
        self.optional(column)
    }

    /// A word of the model.
    pub fn word<T: FromStr>(&self, column: impl Index) -> Result<T, DbError> {
        let text = self.text(column)?;
        text.parse().map_err(|_| DbError::Other(format!("not a known word in column {column:?}: {text}")))
    }

    /// Bytes.
    pub fn blob(&self, column: impl Index) -> Result<Vec<u8>, DbError> {
        self.get(column)
    }

    /// Bytes, if there are any.
    pub fn optional_blob(&self, column: impl Index) -> Result<Option<Vec<u8>>, DbError> {
        self.optional(column)
    }

    /// Exactly 32 bytes: a hash or a key.
    pub fn hash(&self, column: impl Index) -> Result<[u8; 32], DbError> {
        self.blob(column)?
            .try_into()
            .map_err(|wrong: Vec<u8>| DbError::Other(format!("{} bytes where 32 should be", wrong.len())))
    }

    /// A local day, kept as 'YYYY-MM-DD'.
    pub fn date(&self, column: impl Index) -> Result<Date, DbError> {
        day(&self.text(column)?)
    }

    /// A local day, if there is one.
    pub fn optional_date(&self, column: impl Index) -> Result<Option<Date>, DbError> {
        self.optional_text(column)?.as_deref().map(day).transpose()
    }

    /// A moment, kept in milliseconds.
    pub fn moment(&self, column: impl Index) -> Result<Timestamp, DbError> {
        moment(self.int(column)?)
    }

    /// A moment, if there is one.
    pub fn optional_moment(&self, column: impl Index) -> Result<Option<Timestamp>, DbError> {
        self.optional_int(column)?.map(moment).transpose()
    }

    fn get<'r, T>(&'r self, column: impl Index) -> Result<T, DbError>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        // Not asked for directly: SQLite would give a null as zero or nothing.
        self.optional(column)?.ok_or_else(|| DbError::Other(format!("a null in column {column:?}")))
    }

    fn optional<'r, T>(&'r self, column: impl Index) -> Result<Option<T>, DbError>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        match &self.0 {
            Inner::Sqlite(row) => row.try_get(column),
            Inner::Postgres(row) => row.try_get(column),
        }
        .map_err(DbError::from)
    }
}

fn day(text: &str) -> Result<Date, DbError> {
    text.parse().map_err(|_| DbError::Other("text where a day should be".to_owned()))
}

fn moment(milliseconds: i64) -> Result<Timestamp, DbError> {
    Timestamp::from_millisecond(milliseconds)
        .map_err(|_| DbError::Other("a number where a moment should be".to_owned()))
}
