//! Waiting for what must come, with an end.

use std::time::{Duration, Instant};

/// Longer than anything takes on a slow machine; no test measures time by it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until something is there.
///
/// # Panics
/// When it does not come.
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "{what} did not come");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Waits for an answer.
///
/// # Panics
/// When it does not come.
pub async fn within<T>(what: &str, work: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, work).await.unwrap_or_else(|_| panic!("{what} did not come"))
}
