//! Bodies that are heard to their end, though nobody wants to read on.
//!
//! A connection that is closed on a client which is still sending takes the answer away from it: the phone would see
//! a broken line where it was told what is wrong. So what a handler leaves unread is read and thrown away.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::BodyExt;

use super::patience::Patience;

/// Bytes that are heard out; whoever sends more finds the line cut. More than the largest file there is.
const MOST: usize = 16 * 1024 * 1024;

/// A body that is heard out when it is dropped.
pub(super) struct Linger {
    body: Option<Patience>,
}

impl Linger {
    pub(super) fn with(body: Patience) -> Self {
        Self { body: Some(body) }
    }
}

impl Body for Linger {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let frame = Pin::new(body).poll_frame(context);
        // At its end, or broken, there is nothing more to hear.
        if matches!(frame, Poll::Ready(None | Some(Err(_)))) {
            self.body = None;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or(SizeHint::with_exact(0), Body::size_hint)
    }
}

impl Drop for Linger {
    fn drop(&mut self) {
        if let Some(body) = self.body.take().filter(|body| !body.is_end_stream()) {
            tokio::spawn(hear_out(body));
        }
    }
}

async fn hear_out(mut body: Patience) {
    let mut left = MOST;
    while let Some(Ok(frame)) = body.frame().await {
        match left.checked_sub(frame.data_ref().map_or(0, Bytes::len)) {
            Some(less) => left = less,
            None => return,
        }
    }
}
