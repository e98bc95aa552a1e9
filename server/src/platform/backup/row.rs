//! Rows as lines of JSON, and back.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value as Json;

use super::{
    BackupError,
    table::{Kind, Table},
};
use crate::platform::db::{DbError, Row, Value};

/// A row's values, in the order of the table's columns.
pub(super) fn read(table: &Table, row: &Row) -> Result<Vec<Value>, DbError> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(at, (_, kind))| {
            Ok(match kind {
                Kind::Int => Value::Int(row.optional_int(at)?),
                Kind::Real => Value::Real(row.optional_real(at)?),
                Kind::Text => Value::Text(row.optional_text(at)?),
                Kind::Bytes => Value::Blob(row.optional_blob(at)?),
            })
        })
        .collect()
}

/// Writes a line. Bytes become base64; fractions become text, which gives back exactly the same number.
pub(super) fn write(values: &[Value], line: &mut Vec<u8>) {
    let values = values.iter().map(|value| match value {
        Value::Int(number) => Json::from(*number),
        Value::Real(number) => Json::from(number.map(|number| number.to_string())),
        Value::Text(text) => Json::from(text.as_deref()),
        Value::Blob(bytes) => Json::from(bytes.as_ref().map(|bytes| STANDARD.encode(bytes))),
    });
    let array = Json::Array(values.collect());
    line.extend_from_slice(array.to_string().as_bytes());
    line.push(b'\n');
}

/// Reads a line.
pub(super) fn parse(table: &Table, line: &str) -> Result<Vec<Value>, BackupError> {
    let wrong = || BackupError::unusable(format!("a row of {} cannot be read", table.name));
    let values: Vec<Json> = serde_json::from_str(line).map_err(|_| wrong())?;
    if values.len() != table.columns.len() {
        return Err(wrong());
    }
    let pairs = values.into_iter().zip(table.columns);
    pairs.map(|(value, (_, kind))| value_of(value, *kind).ok_or_else(wrong)).collect()
}

fn value_of(value: Json, kind: Kind) -> Option<Value> {
    let is_null = value.is_null();
    let text = match value {
        Json::Number(number) if kind == Kind::Int => return Some(Value::Int(Some(number.as_i64()?))),
        Json::String(text) => Some(text),
        _ if is_null => None,
        _ => return None,
    };
    Some(match (kind, text) {
        (Kind::Int, None) => Value::Int(None),
        (Kind::Int, Some(_)) => return None,
        (Kind::Real, text) => Value::Real(text.map(|text| text.parse()).transpose().ok()?),
        (Kind::Text, text) => Value::Text(text),
        (Kind::Bytes, text) => Value::Blob(text.map(|text| STANDARD.decode(text)).transpose().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_survive_the_way() {
        let table = Table::named("complaint_text").unwrap();
        let row = [
            Value::Int(Some(i64::MAX)),
            Value::Text(Some("a\n\"b\" ' \u{1f600}".into())),
            Value::Text(Some(String::new())),
            Value::Text(None),
            Value::Real(Some(-0.1 - 0.2)),
            Value::Real(None),
            Value::Blob(Some(vec![0, 255, 10])),
        ];
        let mut line = Vec::new();
        write(&row, &mut line);
        let text = String::from_utf8(line).unwrap();
        assert_eq!(text.matches('\n').count(), 1);
        assert_eq!(parse(table, &text).unwrap(), row);
        for bad in ["", "[]", "{}", "[1,2,3,4,5,6,7]", "[\"1\",\"\",\"\",null,null,null,\"\"]"] {
            assert!(parse(table, bad).is_err(), "{bad}");
        }
    }
}
