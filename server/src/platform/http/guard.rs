//! What stands around every handler: one layer, so that an answer passes through it once.

use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use http::HeaderValue;
use http_body::Body as _;
use tracing::Instrument;

use super::{
    ClientAddress,
    client::{Peer, is_secure},
    cross_site, headers, language, patience,
};
use crate::{
    error::{Error, envelop},
    platform::metrics::Metrics,
    secret::random_bytes,
};

/// The longest a request without a body may take.
const TIMEOUT: Duration = Duration::from_secs(40);

/// The longest a request with a body may take after the body's own deadline: the work on it.
const WORK: Duration = Duration::from_secs(50);

/// What the guard must know.
#[derive(Clone)]
pub struct Guard(Arc<Inner>);

struct Inner {
    trust_forwarded: bool,
    metrics: Metrics,
    run: u32,
    count: AtomicU64,
}

impl Guard {
    /// A guard that believes the nearest proxy's headers, or does not, and counts what it sees.
    pub fn new(trust_forwarded: bool, metrics: Metrics) -> Self {
        let run = u32::from_le_bytes(random_bytes());
        Self(Arc::new(Inner { trust_forwarded, metrics, run, count: AtomicU64::new(1) }))
    }

    /// A name for one request: the process's own number and a count.
    fn request_id(&self) -> String {
        format!("{:08x}-{:x}", self.0.run, self.0.count.fetch_add(1, Ordering::Relaxed))
    }
}

/// Handles one request with all that every request needs: a name, the reader's language, limits in time, an
/// envelope for whatever goes wrong, and the headers that every answer carries.
///
/// Logs name the route, not the address: codes and questions stay out of them.
pub async fn guard(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = guard.request_id();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = || route.as_ref().map_or("other", MatchedPath::as_str);
    let is_interface = request.uri().path().starts_with("/api/");
    let is_secure = is_secure(request.headers(), guard.0.trust_forwarded);
    let peer = request.extensions().get::<Peer>().copied();
    let address = ClientAddress::find(peer, request.headers(), guard.0.trust_forwarded);
    request.extensions_mut().insert(address);

    let span = tracing::info_span!("request", %id, %method, route = route());
    let lang = language::of(request.headers());
    let mut response = language::scope(lang, answer(request, next)).instrument(span.clone()).await;

    headers::add(response.headers_mut(), is_interface, is_secure);
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert("x-request-id", id);
    }
    let status = response.status();
    let took = started.elapsed();
    span.in_scope(|| tracing::debug!(status = status.as_u16(), microseconds = took.as_micros(), "answered"));
    guard.0.metrics.observe(route(), status, took);
    response
}

async fn answer(request: Request, next: Next) -> Response {
    if cross_site::is_foreign(request.method(), request.headers()) {
        return Error::forbidden().into_response();
    }
    let body = request.body();
    let timeout = if body.is_end_stream() { TIMEOUT } else { patience::deadline(&body.size_hint()) + WORK };
    let work = AssertUnwindSafe(next.run(request)).catch_unwind();
    match tokio::time::timeout(timeout, work).await {
        Ok(Ok(response)) => envelop(response),
        // Its words may quote what somebody wrote; where it happened is in the log already.
        Ok(Err(_)) => Error::internal("a handler panicked").into_response(),
        Err(_) => Error::unavailable("the answer took too long").into_response(),
    }
}

#[cfg(test)]
mod tests;
