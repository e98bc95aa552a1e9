//! Someone who listens to the live stream.

use futures_util::StreamExt;
use shared::api::STREAM_PATH;

use crate::{client::Client, wait::within};

/// An open stream of revisions.
pub struct Listener {
    response: std::pin::Pin<Box<dyn futures_util::Stream<Item = Vec<u8>> + Send>>,
    heard: String,
}

impl Listener {
    /// Begins to listen; the first revision has been heard when this returns.
    pub async fn open(client: &Client) -> (Self, i64) {
        let response = client.open(STREAM_PATH).await;
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let pieces = response.bytes_stream().map(|piece| piece.expect("the stream goes on").to_vec());
        let mut listener = Self { response: Box::pin(pieces), heard: String::new() };
        let first = listener.next().await;
        (listener, first)
    }

    /// The next revision that is told.
    pub async fn next(&mut self) -> i64 {
        loop {
            if let Some((event, rest)) = self.heard.split_once("\n\n") {
                let revision = event.lines().find_map(|line| line.strip_prefix("data: ")).map(str::to_owned);
                let is_revision = event.lines().any(|line| line == "event: revision");
                self.heard = rest.to_owned();
                if let Some(revision) = revision.filter(|_| is_revision) {
                    return revision.parse().expect("a revision is a number");
                }
                continue;
            }
            let piece = within("a revision", self.response.next()).await.expect("the stream goes on");
            self.heard.push_str(std::str::from_utf8(&piece).expect("events are text"));
        }
    }

    /// Waits for a revision after this one.
    pub async fn after(&mut self, revision: i64) -> i64 {
        loop {
            let next = self.next().await;
            if next > revision {
                return next;
            }
        }
    }
}
