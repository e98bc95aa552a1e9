use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use gloo_net::http::{Method as HttpMethod, Request, RequestBuilder};
use js_sys::SyntaxError;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::api::{Endpoint, Method, fill};
use shared::problem::Envelope;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Blob};

use super::Failure;
use super::decode::decode;
use crate::platform::device::keep_seen;

/// What a request carries besides its endpoint.
#[derive(Clone, Copy, Default)]
pub struct Call<'a> {
    /// Values of the path's parameters, in order.
    pub path: &'a [&'a str],
    /// The query without its question mark; empty for none.
    pub query: &'a str,
    /// Headers besides the language and the media type.
    pub headers: &'a [(&'a str, &'a str)],
    /// Whether nobody waits for it: what renews itself shows no progress.
    pub is_quiet: bool,
}

/// Asks an endpoint. The request ends with the future: dropping one aborts the other, so that a page that is left
/// asks for nothing any more.
///
/// # Errors
/// [`Failure`] says whether the server could be reached and what it answered.
pub async fn call<E: Endpoint>(details: Call<'_>, body: &E::Request) -> Result<E::Response, Failure> {
    let body = match E::METHOD {
        Method::Get | Method::Delete => None,
        Method::Post | Method::Patch => Some(serde_json::to_string(body).map_err(|_| Failure::Strange)?),
    };
    Ok(call_written::<E>(details, body).await?.0)
}

/// The same with a body that is written already. The answer comes as it is read and as it came, which can be kept.
///
/// # Errors
/// As [`call`].
pub async fn call_written<E: Endpoint>(
    details: Call<'_>,
    body: Option<String>,
) -> Result<(E::Response, JsValue), Failure> {
    let body = body.map(|body| (body.into(), "application/json"));
    let answer = ask(E::METHOD, E::PATH, details, body).await?;
    let read = decode(answer.clone()).ok_or(Failure::Strange)?;
    Ok((read, answer))
}

/// The answer as it came, for those who read only what they need of it.
///
/// # Errors
/// As [`call`].
pub async fn call_unread<E: Endpoint>(details: Call<'_>) -> Result<JsValue, Failure> {
    ask(E::METHOD, E::PATH, details, None).await
}

/// The same, and keeps the answer under a name, to be read again without a connection.
///
/// # Errors
/// As [`call`].
pub async fn call_keeping<E: Endpoint>(
    name: &'static str,
    details: Call<'_>,
) -> Result<E::Response, Failure> {
    let answer = call_unread::<E>(details).await?;
    let read = decode(answer.clone()).ok_or(Failure::Strange)?;
    keep_seen(name, answer);
    Ok(read)
}

/// Fetches a file that only a header opens, which a link cannot send.
///
/// # Errors
/// As [`call`].
pub async fn fetch_blob(path: &str, details: Call<'_>) -> Result<Blob, Failure> {
    let answer = send(prepare(Method::Get, path, details, None)?).await?;
    let blob = answer.response.blob().map_err(|_| Failure::Offline)?;
    JsFuture::from(blob).await.ok().and_then(|blob| blob.dyn_into().ok()).ok_or(Failure::Offline)
}

/// Fetches a file that is opened for a reason, which is sent with the question.
///
/// # Errors
/// As [`call`].
pub async fn fetch_for<T: Serialize>(path: &str, details: Call<'_>, body: &T) -> Result<Blob, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Strange)?;
    let body = Some((JsValue::from(body), "application/json"));
    let answer = send(prepare(Method::Post, path, details, body)?).await?;
    let blob = answer.response.blob().map_err(|_| Failure::Offline)?;
    JsFuture::from(blob).await.ok().and_then(|blob| blob.dyn_into().ok()).ok_or(Failure::Offline)
}

/// Sends a file as it is, and reads the answer.
///
/// # Errors
/// As [`call`].
pub async fn send_blob<T: DeserializeOwned>(path: &str, blob: &Blob) -> Result<T, Failure> {
    let body = Some((JsValue::from(blob), "application/octet-stream"));
    let answer = ask(Method::Post, path, Call::default(), body).await?;
    decode(answer).ok_or(Failure::Strange)
}

/// Fetches a text, such as a part of a page that the server writes.
///
/// # Errors
/// As [`call`].
pub async fn fetch_text(path: &str, query: &str) -> Result<String, Failure> {
    let details = Call { query, ..Call::default() };
    let answer = send(prepare(Method::Get, path, details, None)?).await?;
    let text = answer.response.text().map_err(|_| Failure::Offline)?;
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).ok_or(Failure::Offline)
}

/// A body on its way out: what it is and of which media type.
type Body<'a> = Option<(JsValue, &'a str)>;

/// Sends a request and reads its JSON. Boxed, so that the bundle holds it once and not in every caller.
pub(super) fn ask(
    method: Method,
    path: &str,
    details: Call<'_>,
    body: Body<'_>,
) -> Pin<Box<dyn Future<Output = Result<JsValue, Failure>>>> {
    let request = prepare(method, path, details, body);
    Box::pin(async move {
        let mut request = request?;
        request.abort.when_late();
        send(request).await?.json().await
    })
}

/// A request with what ends it.
struct Prepared {
    request: Request,
    abort: AbortWhenDropped,
}

fn prepare(method: Method, path: &str, details: Call<'_>, body: Body<'_>) -> Result<Prepared, Failure> {
    let mut address = fill(path, details.path);
    if !details.query.is_empty() {
        address.push('?');
        address.push_str(details.query);
    }
    let abort = AbortWhenDropped::new(details.is_quiet);
    let method = match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Patch => HttpMethod::PATCH,
        Method::Delete => HttpMethod::DELETE,
    };
    let mut request = RequestBuilder::new(&address)
        .method(method)
        .abort_signal(abort.controller.as_ref().map(AbortController::signal).as_ref())
        .header("accept", "application/json");
    if let Some(language) = document().document_element().and_then(|html| html.get_attribute("lang")) {
        request = request.header("accept-language", &language);
    }
    for (name, value) in details.headers {
        request = request.header(name, value);
    }
    let request = match body {
        Some((body, media_type)) => request.header("content-type", media_type).body(body),
        None => request.build(),
    };
    request.map(|request| Prepared { request, abort }).map_err(|_| Failure::Strange)
}

/// An answer whose body is still to be read, with what ends the request.
struct Answer {
    response: web_sys::Response,
    _abort: AbortWhenDropped,
}

impl Answer {
    /// Its body as the browser reads JSON. A cut on the way is no answer, anything that is not JSON a strange one.
    async fn json(&self) -> Result<JsValue, Failure> {
        let body = self.response.json().map_err(|_| Failure::Offline)?;
        JsFuture::from(body).await.map_err(|error| match error.dyn_ref::<SyntaxError>() {
            Some(_) => Failure::Strange,
            None => Failure::Offline,
        })
    }
}

/// Sends a request and reads errors.
async fn send(prepared: Prepared) -> Result<Answer, Failure> {
    let response = prepared.request.send().await.map_err(|_| Failure::Offline)?;
    let is_good = response.ok();
    let answer = Answer { response: response.into(), _abort: prepared.abort };
    if is_good {
        return Ok(answer);
    }
    Err(decode::<Envelope>(answer.json().await?).map_or(Failure::Strange, Failure::Problem))
}

thread_local! {
    static AWAITED: ArcRwSignal<u32> = ArcRwSignal::new(0);
}

/// Whether an answer is awaited for which somebody waits, followed as a signal.
pub fn is_awaiting() -> bool {
    AWAITED.with(|awaited| awaited.get() > 0)
}

/// For one request and its answer: a piece of a file at two kilobytes a second. A phone that has lost its network does
/// not always notice, and people would look at "sending" for a quarter of an hour.
const PATIENCE: Duration = Duration::from_secs(120);

/// A body that is still on its way when this goes is not read any more. After the end aborting does nothing.
struct AbortWhenDropped {
    controller: Option<AbortController>,
    late: Option<TimeoutHandle>,
    is_quiet: bool,
}

impl AbortWhenDropped {
    fn new(is_quiet: bool) -> Self {
        if !is_quiet {
            AWAITED.with(|awaited| awaited.update(|count| *count += 1));
        }
        Self { controller: AbortController::new().ok(), late: None, is_quiet }
    }

    /// Ends the request when it takes too long; that counts as no answer.
    fn when_late(&mut self) {
        let controller = self.controller.clone();
        let abort = move || controller.iter().for_each(AbortController::abort);
        self.late = set_timeout_with_handle(abort, PATIENCE).ok();
    }
}

impl Drop for AbortWhenDropped {
    fn drop(&mut self) {
        if !self.is_quiet {
            AWAITED.with(|awaited| awaited.update(|count| *count -= 1));
        }
        if let Some(late) = &self.late {
            late.clear();
        }
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
