//! The live revision: a stream that tells everyone when the recap has changed.
//!
//! All clients share what is sent. Each holds its place in one watched value, so there is no queue: a client that
//! reads slowly gets the latest revision next, and one that never reads holds nothing up.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use http::{HeaderName, HeaderValue, header};
use tokio::{sync::watch, task::JoinHandle, time};

/// How often a silent stream shows that it lives; proxies close what is silent for a minute.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// A comment, which a browser's EventSource leaves out.
const BEAT: Bytes = Bytes::from_static(b":\n\n");

/// The stream's clients and what they are told next. Clones share them.
#[derive(Clone)]
pub struct Live(Arc<Inner>);

struct Inner {
    frames: watch::Receiver<Frame>,
    clients: Arc<AtomicUsize>,
    teller: JoinHandle<()>,
}

#[derive(Clone)]
struct Frame {
    revision: i64,
    event: Bytes,
}

impl Frame {
    fn new(revision: i64) -> Self {
        Self { revision, event: format!("event: revision\ndata: {revision}\n\n").into() }
    }
}

impl Live {
    /// Tells a revision as it grows; ends every stream when `stop` is done.
    pub fn new(revisions: watch::Receiver<i64>, stop: impl Future<Output = ()> + Send + 'static) -> Self {
        Self::with_heartbeat(revisions, stop, HEARTBEAT)
    }

    fn with_heartbeat(
        mut revisions: watch::Receiver<i64>,
        stop: impl Future<Output = ()> + Send + 'static,
        heartbeat: Duration,
    ) -> Self {
        let first = *revisions.borrow_and_update();
        let (sender, frames) = watch::channel(Frame::new(first));
        let teller = tokio::spawn(async move {
            let mut stop = std::pin::pin!(stop);
            loop {
                tokio::select! {
                    changed = revisions.changed() => match changed {
                        Ok(()) => drop(sender.send_replace(Frame::new(*revisions.borrow_and_update()))),
                        Err(_) => return,
                    },
                    // The same frame again: whoever has it already sends a comment instead.
                    () = time::sleep(heartbeat) => sender.send_modify(|_| {}),
                    () = &mut stop => return,
                };
            }
        });
        Self(Arc::new(Inner { frames, clients: Arc::default(), teller }))
    }

    /// How many listen now.
    pub fn clients(&self) -> usize {
        self.0.clients.load(Ordering::Relaxed)
    }

    /// The revision that is told now.
    pub fn revision(&self) -> i64 {
        self.0.frames.borrow().revision
    }

    /// A stream of server-sent events that begins with the current revision.
    pub fn stream(&self) -> Response {
        let mut frames = self.0.frames.clone();
        frames.mark_unchanged();
        let Frame { revision, event } = frames.borrow().clone();
        let first = Bytes::from([b"retry: 3000\n", &*event].concat());
        let listener = Listener { frames, revision, _counted: Counted::new(&self.0.clients) };
        let rest = stream::unfold(listener, Listener::next);
        let events = stream::iter([Ok(first)]).chain(rest);
        const HEADERS: [(HeaderName, HeaderValue); 3] = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform")),
            (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
        ];
        (HEADERS, Body::from_stream(events)).into_response()
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.teller.abort();
    }
}

struct Listener {
    frames: watch::Receiver<Frame>,
    revision: i64,
    _counted: Counted,
}

impl Listener {
    async fn next(mut self) -> Option<(Result<Bytes, std::convert::Infallible>, Self)> {
        self.frames.changed().await.ok()?;
        let (revision, event) = {
            let frame = self.frames.borrow_and_update();
            (frame.revision, frame.event.clone())
        };
        let bytes = if revision == self.revision { BEAT } else { event };
        self.revision = revision;
        Some((Ok(bytes), self))
    }
}

struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(clients: &Arc<AtomicUsize>) -> Self {
        clients.fetch_add(1, Ordering::Relaxed);
        Self(clients.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    async fn next(body: &mut Body) -> Option<String> {
        let frame = body.frame().await?.unwrap().into_data().unwrap();
        Some(String::from_utf8(frame.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn the_latest_revision_wins() {
        let revisions = watch::Sender::new(3);
        let live = Live::new(revisions.subscribe(), std::future::pending());
        let mut body = live.stream().into_body();
        assert_eq!(live.clients(), 1);
        assert_eq!(next(&mut body).await.unwrap(), "retry: 3000\nevent: revision\ndata: 3\n\n");
        for revision in 4..=9 {
            revisions.send_replace(revision);
            while live.revision() != revision {
                tokio::task::yield_now().await;
            }
        }
        assert_eq!(next(&mut body).await.unwrap(), "event: revision\ndata: 9\n\n");
        drop(body);
        assert_eq!(live.clients(), 0);
    }

    #[tokio::test]
    async fn silence_is_filled_and_a_stop_ends_it() {
        let revisions = watch::Sender::new(3);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let stopped = async {
            let _ = stopped.await;
        };
        let live = Live::with_heartbeat(revisions.subscribe(), stopped, Duration::from_millis(5));
        let mut body = live.stream().into_body();
        next(&mut body).await.unwrap();
        assert_eq!(next(&mut body).await.unwrap(), ":\n\n");
        stop.send(()).unwrap();
        while next(&mut body).await.is_some() {}
    }
}
