use std::future::Future;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::Failure;
use crate::platform::device::seen;
use crate::platform::reactive::{RwSignal, spawn_here, watch};
use crate::platform::served;

/// Something that the server knows, as far as it has arrived.
///
/// While it is asked for again the last value stays, so that a live page never flickers.
pub struct Load<T: Send + Sync + 'static> {
    /// The latest value.
    pub value: RwSignal<Option<T>>,
    /// Why the latest attempt brought none.
    pub failure: RwSignal<Option<Failure>>,
    /// Whether an answer is awaited.
    pub busy: RwSignal<bool>,
    again: Trigger,
}

impl<T: Send + Sync + 'static> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Load<T> {}

impl<T: Send + Sync + 'static> Load<T> {
    /// Asks again.
    pub fn again(&self) {
        self.again.notify();
    }
}

/// Loads what `fetch` asks for, and again whenever a signal that `fetch` reads before its future changes. An
/// attempt that is overtaken, or whose page is left, is aborted.
pub fn load<T, F, Fut>(fetch: F) -> Load<T>
where
    T: Send + Sync + 'static,
    F: Fn() -> Fut + 'static,
    Fut: Future<Output = Result<T, Failure>> + 'static,
{
    load_from(None, fetch)
}

/// The same, beginning with a value that is here already; then the first request is spared, unless the value is an
/// old one.
pub fn load_from<T, F, Fut>(first: Option<T>, fetch: F) -> Load<T>
where
    T: Send + Sync + 'static,
    F: Fn() -> Fut + 'static,
    Fut: Future<Output = Result<T, Failure>> + 'static,
{
    let is_here = StoredValue::new(first.is_some() && !served::is_copy());
    let load = Load {
        busy: RwSignal::new(first.is_none()),
        value: RwSignal::new(first),
        failure: RwSignal::new(None),
        again: Trigger::new(),
    };
    watch(move || {
        load.again.track();
        // Made in any case: that reads the signals whose changes ask again. It begins only when it is awaited.
        let answer = fetch();
        if is_here.get_value() {
            is_here.set_value(false);
            return;
        }
        load.busy.set(true);
        spawn_here(async move {
            match answer.await {
                Ok(value) => {
                    load.value.set(Some(value));
                    load.failure.set(None);
                }
                Err(failure) => load.failure.set(Some(failure)),
            }
            load.busy.set(false);
        });
    });
    load
}

/// Where nothing came, shows what was kept when it last did, as the server answered it, if `make` has a use for that.
/// The failure stays, and says that it is old.
pub fn fall_back<T>(load: Load<T>, name: &'static str, make: impl Fn(JsValue) -> Option<T> + Copy + 'static)
where
    T: Send + Sync + 'static,
{
    watch(move || {
        if load.failure.with(Option::is_none) || load.value.with_untracked(Option::is_some) {
            return;
        }
        spawn_here(async move {
            let kept = seen(name).await.and_then(make);
            if kept.is_some() && load.value.with_untracked(Option::is_none) {
                load.value.set(kept);
            }
        });
    });
}
