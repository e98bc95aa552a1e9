use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::untrack;

use super::slot::{Slot, make, open};
use super::{Memo, RwSignal};

/// A value that pages follow, wherever it comes from.
pub struct Signal<T: 'static> {
    slot: Slot,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

/// What reads the value.
type Reader<T> = Box<dyn Fn() -> T>;

impl<T> Signal<T> {
    /// A value derived anew at each reading.
    pub fn derive(derive: impl Fn() -> T + 'static) -> Self {
        let reader: Reader<T> = Box::new(derive);
        Self { slot: make(Rc::new(reader)), kind: PhantomData }
    }

    /// Its value, followed.
    pub fn get(self) -> T {
        let reader = open(self.slot).expect("signals are read while their page lives");
        let reader: &Reader<T> = reader.downcast_ref().expect("a place holds what its handle's type says");
        reader()
    }

    /// Its value at this moment.
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// Reads and follows it.
    pub fn with<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        reader(&self.get())
    }

    /// Reads it.
    pub fn with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        reader(&self.get_untracked())
    }
}

impl<T: Clone> Signal<T> {
    /// A value that never changes.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl<T: Clone> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}
