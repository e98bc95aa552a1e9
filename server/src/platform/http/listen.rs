//! Takes in connections, and lets them finish.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, mpsc},
};

use super::{connection, connection::Stop};

/// How long the last answers may take once the server is to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How long to wait when the system cannot give another connection, so that it can close some.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves until told to stop, then lets the running answers finish. At most so many `connections` are open at once;
/// more wait with the system until others close.
pub async fn serve(listener: TcpListener, router: Router, connections: usize, stop: Stop) {
    let room = Arc::new(Semaphore::new(connections.min(Semaphore::MAX_PERMITS)));
    // Every connection holds an end of this; when all are gone, all are done.
    let (running, mut done) = mpsc::channel::<()>(1);
    let mut told = std::pin::pin!(stop.told());
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &room) => accepted,
            () = &mut told => break,
        };
        match accepted {
            Ok((stream, peer, place)) => {
                // Answers are written whole; waiting for more to send would only delay them.
                let _ = stream.set_nodelay(true);
                let (router, stop, running) = (router.clone(), stop.clone(), running.clone());
                tokio::spawn(async move {
                    connection::answer(stream, peer, router, stop).await;
                    drop((running, place));
                });
            }
            Err(error) if is_the_clients(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken in");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    drop(running);
    if tokio::time::timeout(GRACE, done.recv()).await.is_err() {
        tracing::warn!("some answers were cut off");
    }
}

/// Takes the next connection in, once there is room for it.
async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = room.clone().acquire_owned().await.map_err(io::Error::other)?;
    let (stream, peer) = listener.accept().await?;
    Ok((stream, peer, place))
}

/// A connection that was gone before it was taken in.
fn is_the_clients(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[cfg(test)]
mod tests;
