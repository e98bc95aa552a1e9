use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{Notify, Track, Trigger};

use super::slot::{Slot, make, open, read, write};

// Out of line, because every signal of every page shares them.

#[inline(never)]
fn begin(value: Rc<dyn Any>) -> (Slot, Trigger) {
    (make(value), Trigger::new())
}

#[inline(never)]
fn follow(trigger: Trigger) {
    trigger.track();
}

#[inline(never)]
fn tell(trigger: Trigger) {
    trigger.notify();
}

/// A value that pages follow and change.
pub struct RwSignal<T: 'static> {
    slot: Slot,
    trigger: Trigger,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Default> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> RwSignal<T> {
    /// A signal with its first value. It ends with the page or effect it is made in.
    pub fn new(value: T) -> Self {
        let (slot, trigger) = begin(Rc::new(RefCell::new(value)));
        Self { slot, trigger, kind: PhantomData }
    }

    /// Reads and follows it.
    pub fn with<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(reader)
    }

    /// Reads it.
    pub fn with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        self.try_with_untracked(reader).expect("signals are read while their page lives")
    }

    /// Reads it, if its page still lives.
    pub fn try_with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> Option<R> {
        open(self.slot).map(|value| read(&value, reader))
    }

    /// Follows it.
    pub fn track(self) {
        follow(self.trigger);
    }

    /// Changes it in place, and tells everyone who follows. Does nothing once its page is left.
    pub fn update(self, writer: impl FnOnce(&mut T)) {
        if let Some(value) = open(self.slot) {
            write(&value, writer);
            tell(self.trigger);
        }
    }

    /// Sets it, and tells everyone who follows. Does nothing once its page is left.
    pub fn set(self, value: T) {
        self.update(|place| *place = value);
    }
}

impl<T: Clone> RwSignal<T> {
    /// Its value, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// Its value at this moment.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Its value at this moment, if its page still lives.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}
