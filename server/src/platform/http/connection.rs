//! One client's connection: small, and never waited for longer than a slow phone needs.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use futures_util::future::{self, Either};
use http_body::Body as _;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net::TcpStream, sync::watch};
use tower::ServiceExt;

use super::{client::Peer, linger::Linger, patience::Patience};

/// The longest a client may take to send its next request's head, from the moment it could.
const HEAD_TIMEOUT: Duration = Duration::from_secs(20);

/// The least that hyper takes for a head and its fields; ours are shorter.
const BUFFER: usize = 8192;

/// Tells everything that runs on that the server is to stop. Clones tell and hear the same.
#[derive(Clone, Debug)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Default for Stop {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Stop {
    /// Tells it.
    pub fn now(&self) {
        self.0.send_replace(true);
    }

    /// Waits until it is told.
    pub async fn told(&self) {
        // The sender lives in this very value.
        let _ = self.0.subscribe().wait_for(|stop| *stop).await;
    }
}

/// Answers a connection's requests until one side closes it or the server stops: then the request at hand is
/// still answered.
pub(super) async fn answer(stream: TcpStream, peer: SocketAddr, router: Router, stop: Stop) {
    let service = service_fn(move |request: http::Request<Incoming>| {
        let mut request = request.map(|body| {
            if body.is_end_stream() { Body::empty() } else { Body::new(Linger::with(Patience::with(body))) }
        });
        request.extensions_mut().insert(Peer(peer));
        let answer = router.clone().oneshot(request);
        // In a box of its own, so that a connection keeps no room for it once it has answered.
        let answer: future::BoxFuture<'static, Result<_, Infallible>> = Box::pin(answer);
        answer
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), service);
    let connection = std::pin::pin!(connection);
    // A connection that breaks is the client's affair: there is nobody to tell and nothing to mend.
    if let Either::Right(((), mut connection)) = future::select(connection, Box::pin(stop.told())).await {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}
