//! What came back, and what every answer must be.

use std::fmt::Debug;

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::DeserializeOwned;
use serde_json::Value;
use shared::problem::{Envelope, ErrorCode};

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads a response to its end.
    ///
    /// # Errors
    /// When the connection breaks before.
    pub async fn read(response: reqwest::Response) -> Result<Self, reqwest::Error> {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Self { status, headers, body: response.bytes().await?.to_vec() })
    }

    /// A header's value; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are ASCII"))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as one of the model's types.
    #[track_caller]
    pub fn to<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// Insists on a status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Insists on an error of this status and code, in the one shape that every error has.
    #[track_caller]
    pub fn refused(&self, status: u16, code: ErrorCode) -> Envelope {
        assert_eq!(self.status, status, "{}", self.text());
        assert_eq!(self.header(CONTENT_TYPE.as_str()), "application/json", "{}", self.text());
        let body = self.json();
        let names: Vec<_> = body.as_object().expect("an envelope is an object").keys().cloned().collect();
        assert!(
            names.iter().all(|name| matches!(
                name.as_str(),
                "status" | "code" | "message" | "problems" | "rule" | "version"
            )),
            "{names:?}"
        );
        let envelope: Envelope = self.to();
        assert_eq!((envelope.status, envelope.code), (status, code), "{}", self.text());
        assert!(!envelope.message.trim().is_empty());
        for problem in &envelope.problems {
            assert!(!problem.field.is_empty() && !problem.message.trim().is_empty(), "{problem:?}");
        }
        envelope
    }

    /// Insists on an error of exactly these fields with these problems, each `"field code"`.
    #[track_caller]
    pub fn blames(&self, status: u16, code: ErrorCode, expected: &[impl AsRef<str> + Debug]) -> Envelope {
        let envelope = self.refused(status, code);
        let body = self.json();
        let found = body["problems"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let found: Vec<String> =
            found.iter().map(|one| text(&one["field"]) + " " + &text(&one["problem"]["code"])).collect();
        let expected: Vec<&str> = expected.iter().map(AsRef::as_ref).collect();
        assert_eq!(found, expected);
        envelope
    }
}
