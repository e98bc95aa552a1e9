//! Values bound to a statement's `$1`, `$2`, …

use jiff::{Timestamp, civil::Date};
use sqlx::{Postgres, Sqlite, postgres::PgArguments, query::Query, sqlite::SqliteArguments};

/// One bound value. A null has a type as well, since PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A whole number, a moment in milliseconds, or yes and no as 1 and 0.
    Int(Option<i64>),
    /// A floating-point number.
    Real(Option<f64>),
    /// Text, a local day, or JSON.
    Text(Option<String>),
    /// Bytes.
    Blob(Option<Vec<u8>>),
}

/// The values of one statement: `values![id, "text", None::<i64>]`, anything that [`Value`] is made from.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::platform::db::Value::from($value)),*] };
}

macro_rules! from {
    ($($type:ty => $variant:ident, $convert:expr;)*) => { $(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::from(Some(value))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$variant(value.map($convert))
            }
        }
    )* };
}

from! {
    i64 => Int, |number| number;
    i32 => Int, i64::from;
    u32 => Int, i64::from;
    u16 => Int, i64::from;
    bool => Int, i64::from;
    Timestamp => Int, Timestamp::as_millisecond;
    f64 => Real, |number| number;
    &str => Text, str::to_owned;
    &String => Text, String::clone;
    String => Text, |text| text;
    Date => Text, |day| day.to_string();
    &[u8] => Blob, <[u8]>::to_vec;
    &Vec<u8> => Blob, Vec::clone;
    Vec<u8> => Blob, |bytes| bytes;
    [u8; 32] => Blob, |bytes| bytes.to_vec();
    &[u8; 32] => Blob, |bytes| bytes.to_vec();
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

impl Value {
    pub(super) fn bind_sqlite<'q>(
        &self,
        query: Query<'q, Sqlite, SqliteArguments>,
    ) -> Query<'q, Sqlite, SqliteArguments> {
        match self {
            Self::Int(value) => query.bind(*value),
            Self::Real(value) => query.bind(*value),
            Self::Text(value) => query.bind(value.clone()),
            Self::Blob(value) => query.bind(value.clone()),
        }
    }

    pub(super) fn bind_postgres<'q>(
        &self,
        query: Query<'q, Postgres, PgArguments>,
    ) -> Query<'q, Postgres, PgArguments> {
        match self {
            Self::Int(value) => query.bind(*value),
            Self::Real(value) => query.bind(*value),
            Self::Text(value) => query.bind(value.as_deref()),
            Self::Blob(value) => query.bind(value.as_deref()),
        }
    }
}
