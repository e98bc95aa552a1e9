//! A program that speaks HTTP.

use reqwest::{
    Body, Method,
    header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
};
use serde::Serialize;
use shared::api::RECEIPT_SCHEME;

use crate::answer::Answer;

/// Speaks to one server, with some headers of its own.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    /// The server's address, without a slash at the end.
    pub base: String,
    headers: HeaderMap,
}

impl Client {
    /// One without headers of its own.
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client needs nothing");
        Self { http, base: base.to_owned(), headers: HeaderMap::new() }
    }

    /// One that sends this header as well.
    #[must_use]
    pub fn with(&self, name: &'static str, value: &str) -> Self {
        let mut with = self.clone();
        let value = HeaderValue::from_str(value).expect("is a header's value");
        with.headers.insert(HeaderName::from_static(name), value);
        with
    }

    /// One that sends this header as well, whatever its bytes.
    #[must_use]
    pub fn with_bytes(&self, name: &'static str, value: &[u8]) -> Self {
        let mut with = self.clone();
        let value = HeaderValue::from_bytes(value).expect("is a header's value");
        with.headers.insert(HeaderName::from_static(name), value);
        with
    }

    /// One that holds a receipt's secret.
    #[must_use]
    pub fn holding(&self, secret: &str) -> Self {
        self.with("authorization", &format!("{RECEIPT_SCHEME} {secret}"))
    }

    /// One that does not follow where an answer leads.
    ///
    /// # Panics
    /// When the system has no room for another one.
    #[must_use]
    pub fn staying(&self) -> Self {
        let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        Self { http: builder.build().expect("a client needs nothing"), ..self.clone() }
    }

    /// One that reads English.
    #[must_use]
    pub fn in_english(&self) -> Self {
        self.with("accept-language", "en")
    }

    /// Reads an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Posts JSON.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        let body = serde_json::to_vec(body).expect("is plain");
        self.send(Method::POST, path, Some(("application/json", body.into()))).await
    }

    /// Takes something away.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    /// Sends whatever it is told to, with the body's media type.
    ///
    /// # Panics
    /// When no whole answer comes back.
    pub async fn send(&self, method: Method, path: &str, body: Option<(&str, Body)>) -> Answer {
        self.try_send(method, path, body).await.expect("an answer")
    }

    /// The same where the server may vanish.
    ///
    /// # Errors
    /// When no whole answer comes back.
    pub async fn try_send(
        &self,
        method: Method,
        path: &str,
        body: Option<(&str, Body)>,
    ) -> Result<Answer, reqwest::Error> {
        let mut request =
            self.http.request(method, format!("{}{path}", self.base)).headers(self.headers.clone());
        if let Some((media, body)) = body {
            if !media.is_empty() {
                request = request.header(CONTENT_TYPE, media);
            }
            request = request.body(body);
        }
        Answer::read(request.send().await?).await
    }

    /// Opens an answer that does not end.
    pub async fn open(&self, path: &str) -> reqwest::Response {
        let request = self.http.get(format!("{}{path}", self.base)).headers(self.headers.clone());
        request.send().await.expect("an answer")
    }
}
