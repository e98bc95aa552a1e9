//! Tasks and derived values whose code the bundle holds once, whatever they do: what differs is boxed.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};

type Task = Pin<Box<dyn Future<Output = ()>>>;
type Derive<T> = Box<dyn Fn() -> T + Send + Sync>;

/// Runs a task to its end, whatever becomes of the page.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Task = Box::pin(task);
    spawn_local(task);
}

/// Runs a task until the effect or page it belongs to ends.
pub fn spawn_here(task: impl Future<Output = ()> + 'static) {
    let task: Task = Box::pin(task);
    spawn_local_scoped_with_cancellation(task);
}

/// Runs now, and again whenever a signal changes that it reads.
pub fn watch(run: impl Fn() + 'static) {
    watch_boxed(Box::new(run));
}

fn watch_boxed(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}

/// A value derived from signals, which tells of a change only where it differs from before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(derive: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_boxed(Box::new(derive))
}

fn memo_boxed<T: PartialEq + Send + Sync + 'static>(derive: Derive<T>) -> Memo<T> {
    Memo::new(move |_| derive())
}
