use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Runs a task to its end, whatever becomes of the page.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    run(Box::pin(task));
}

#[inline(never)]
fn run(task: Task) {
    spawn_local(task);
}

/// Runs a task until the effect or page it belongs to ends.
pub fn spawn_here(task: impl Future<Output = ()> + 'static) {
    run_here(Box::pin(task));
}

#[inline(never)]
fn run_here(task: Task) {
    spawn_local_scoped_with_cancellation(task);
}

/// Runs now, and again whenever a signal changes that it reads.
pub fn watch(run: impl Fn() + 'static) {
    watch_boxed(Box::new(run));
}

#[inline(never)]
fn watch_boxed(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}
