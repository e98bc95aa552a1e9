//! A piece of writing on its way to the transaction, and its answer on the way back.

use std::{
    any::Any,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::Poll,
};

use tokio::sync::oneshot;

use super::{DbError, Transaction};

/// A command's work, borrowing its transaction: what `Box::pin(async move { … })` makes.
pub type Work<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// A waiting command whose types the writer need not know.
pub(super) trait Command: Send {
    /// Does the work; whether it may be kept.
    fn run<'t>(&'t mut self, tx: &'t mut Transaction) -> Pin<Box<dyn Future<Output = bool> + Send + 't>>;

    /// Answers the waiting caller, once it is known whether the transaction is on disk.
    fn settle(self: Box<Self>, outcome: Result<(), DbError>);
}

pub(super) struct Pending<T, E, F> {
    command: Option<F>,
    result: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Pending<T, E, F> {
    pub(super) fn new(command: F) -> (Self, oneshot::Receiver<Result<T, E>>) {
        let (answer, waiting) = oneshot::channel();
        (Self { command: Some(command), result: None, answer }, waiting)
    }
}

impl<T, E, F> Command for Pending<T, E, F>
where
    F: for<'t> FnOnce(&'t mut Transaction) -> Work<'t, T, E> + Send,
    T: Send,
    E: From<DbError> + Send,
{
    fn run<'t>(&'t mut self, tx: &'t mut Transaction) -> Pin<Box<dyn Future<Output = bool> + Send + 't>> {
        Box::pin(async move {
            let Some(command) = self.command.take() else { return false };
            let result = attempt(command, tx).await;
            let kept = result.is_ok();
            self.result = Some(result);
            kept
        })
    }

    fn settle(self: Box<Self>, outcome: Result<(), DbError>) {
        // When the commit failed, even a refusal may rest on a row that is gone again.
        let result = match outcome {
            Ok(()) => self.result.unwrap_or_else(|| Err(DbError::Panicked.into())),
            Err(error) => Err(error.into()),
        };
        // A caller that has gone away has no use for the answer; an idempotency key finds it again.
        let _ = self.answer.send(result);
    }
}

/// Runs a command, turning a panic and a swallowed failure into errors.
pub(super) async fn attempt<T, E, F>(command: F, tx: &mut Transaction) -> Result<T, E>
where
    F: for<'t> FnOnce(&'t mut Transaction) -> Work<'t, T, E>,
    E: From<DbError>,
{
    let result = guard(command, tx).await;
    match result {
        Ok(result) => match tx.failure() {
            Some(failure) if result.is_ok() => Err(failure.clone().into()),
            _ => result,
        },
        Err(_) => {
            // Where it was, the hook has told; its words may hold what somebody wrote.
            tracing::error!("a command panicked and was rolled back");
            Err(DbError::Panicked.into())
        }
    }
}

/// Runs a command up to its result or its panic. What a panic may leave half-done is the transaction, and that is
/// rolled back.
async fn guard<T, E, F>(command: F, tx: &mut Transaction) -> Result<Result<T, E>, Box<dyn Any + Send>>
where
    F: for<'t> FnOnce(&'t mut Transaction) -> Work<'t, T, E>,
{
    let mut work = catch_unwind(AssertUnwindSafe(|| command(tx)))?;
    poll_fn(|context| {
        catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context)))
            .map_or_else(|panic| Poll::Ready(Err(panic)), |poll| poll.map(Ok))
    })
    .await
}
