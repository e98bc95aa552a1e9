use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, header};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::error::Category;
use shared::{
    api::JSON_BYTES_MAX,
    problem::{FieldProblem, Problem},
};

use super::read_body;
use crate::error::Error;

/// A JSON body, in either direction. As an argument it must come last.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> Json<T> {
    /// Reads what came as a part of something else.
    ///
    /// # Errors
    /// As for a body.
    pub fn read(text: &str) -> Result<T, Error> {
        parse(text.as_bytes())
    }
}

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        if !is_json(request.headers()) {
            return Err(Error::unsupported_media());
        }
        let body = read_body(request.into_body(), JSON_BYTES_MAX).await?;
        parse(&body).map(Self)
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => {
                let json = HeaderValue::from_static("application/json");
                ([(header::CONTENT_TYPE, json)], body).into_response()
            }
            Err(error) => Error::internal(error).into_response(),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = value.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("application/json")
}

/// Reads JSON. What is not JSON is malformed; what does not fit the type is a problem of its field.
fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    let text = std::str::from_utf8(body).map_err(|_| Error::malformed())?;
    // Serde would take a list for a structure's fields in their order; nobody writes that on purpose.
    let is_list = text.trim_ascii_start().starts_with('[');
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().classify() == Category::Data {
            let message = error.inner().to_string();
            Error::invalid(vec![problem(&path(error.path()), &message)])
        } else {
            Error::malformed()
        }
    })?;
    reader.end().map_err(|_| Error::malformed())?;
    if is_list { Err(Error::field("body", Problem::WrongType)) } else { Ok(value) }
}

/// The path with dots, `files.0`, as problems name fields.
fn path(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let steps = path.iter().filter_map(|step| match step {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    steps.collect::<Vec<_>>().join(".")
}

/// Serde tells these apart by words alone; the test below holds it to them.
fn problem(path: &str, message: &str) -> FieldProblem {
    let named = |start: &str| message.strip_prefix(start)?.split('`').next();
    let below = |name: &str| match path.rsplit('.').next() {
        Some(last) if last == name => path.to_owned(),
        _ if path.is_empty() => name.to_owned(),
        _ => format!("{path}.{name}"),
    };
    if let Some(name) = named("unknown field `") {
        FieldProblem::new(below(name), Problem::UnknownField)
    } else if let Some(name) = named("missing field `") {
        FieldProblem::new(below(name), Problem::Required)
    } else if let Some(name) = named("duplicate field `") {
        FieldProblem::new(below(name), Problem::Repeated)
    } else {
        FieldProblem::new(if path.is_empty() { "body" } else { path }, Problem::WrongType)
    }
}

#[cfg(test)]
mod tests {
    use shared::complaint::{Filing, NewUpload};

    use super::*;

    #[test]
    fn what_does_not_fit_is_a_problem_of_its_field() {
        let check = |body: &str, field: &str, problem: Problem| {
            assert_eq!(parse::<Filing>(body.as_bytes()), Err(Error::field(field, problem)), "{body}");
        };
        check(r#"{"titel": "a"}"#, "titel", Problem::UnknownField);
        check(r#"{"title": 1}"#, "title", Problem::WrongType);
        check(r#"{"reporter": {"age": 1}}"#, "reporter.age", Problem::UnknownField);
        check(r#"{"reporter": {"name": []}}"#, "reporter.name", Problem::WrongType);
        check(r#"{"files": ["a", 2]}"#, "files.1", Problem::WrongType);
        check(r#"{"title": "a", "title": "b"}"#, "title", Problem::Repeated);
        check(r#"{"point": {"latitude": 1}}"#, "point.longitude", Problem::Required);
        check("[]", "body", Problem::WrongType);
        check("null", "body", Problem::WrongType);
        let size = parse::<NewUpload>(br#"{"name": "a", "size": -1}"#);
        assert_eq!(size, Err(Error::field("size", Problem::WrongType)));
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        for body in ["", "{", "{}x", "title=a", "{\"title\": \"\\ud800\"}", "\u{feff}{}"] {
            assert_eq!(parse::<Filing>(body.as_bytes()), Err(Error::malformed()), "{body}");
        }
        assert_eq!(parse::<Filing>(b"{\"title\": \"\xff\"}"), Err(Error::malformed()));
        let deep = "[".repeat(100_000);
        assert!(parse::<Filing>(deep.as_bytes()).is_err());
        assert!(parse::<Filing>(b" {} ").is_ok());
    }

    #[test]
    fn only_json_is_read_as_json() {
        let check = |value: &'static str, expected| {
            let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(value))]);
            assert_eq!(is_json(&headers), expected, "{value}");
        };
        check("application/json", true);
        check("Application/JSON; charset=utf-8", true);
        check("text/plain", false);
        check("application/x-www-form-urlencoded", false);
        assert!(!is_json(&HeaderMap::new()));
    }
}
