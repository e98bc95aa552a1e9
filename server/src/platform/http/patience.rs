//! Bodies that must keep coming.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use shared::api::PIECE_BYTES_MAX;
use tokio::time::{Instant, Sleep, sleep};

/// The longest pause within a body.
const PAUSE: Duration = Duration::from_secs(20);

/// The longest a body of ordinary size may take. The largest piece of an upload fits at 9 kB/s; a phone that is slower
/// sends less at a time.
const DEADLINE: Duration = Duration::from_secs(120);

/// The longest any body may take: a form that carries its photos with it, which only scripts could cut in pieces.
const LONGEST: Duration = Duration::from_secs(20 * 60);

/// The longest that a body of this size may take, at the pace of a piece.
pub(super) fn deadline(size: &SizeHint) -> Duration {
    let pieces = size.lower().div_ceil(PIECE_BYTES_MAX as u64);
    DEADLINE.saturating_mul(u32::try_from(pieces).unwrap_or(u32::MAX)).clamp(DEADLINE, LONGEST)
}

/// The body did not come in time.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the body did not come in time")]
pub(super) struct TooSlow;

/// A body as it comes in, which fails when it stalls or takes too long.
pub(super) struct Patience {
    body: Incoming,
    end: Instant,
    timer: Pin<Box<Sleep>>,
}

impl Patience {
    pub(super) fn with(body: Incoming) -> Self {
        let end = Instant::now() + deadline(&body.size_hint());
        Self { body, end, timer: Box::pin(sleep(PAUSE)) }
    }
}

impl Body for Patience {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            let next = self.end.min(Instant::now() + PAUSE);
            self.timer.as_mut().reset(next);
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(Some(Err(TooSlow.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_bodies_have_longer() {
        let check = |bytes: u64, seconds: u64| {
            assert_eq!(deadline(&SizeHint::with_exact(bytes)), Duration::from_secs(seconds), "{bytes}");
        };
        check(0, 120);
        check(PIECE_BYTES_MAX as u64, 120);
        check(4 * PIECE_BYTES_MAX as u64, 480);
        check(u64::MAX, 1200);
        assert_eq!(deadline(&SizeHint::new()), DEADLINE);
    }
}
