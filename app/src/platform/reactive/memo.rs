use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, Memo as FrameworkMemo, Track};
use send_wrapper::SendWrapper;

/// A value derived from signals, which tells of a change only where it differs from before.
pub struct Memo<T: 'static> {
    inner: FrameworkMemo<Derived>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A derived value of any type that can be compared.
#[derive(Clone)]
struct Derived(SendWrapper<Rc<dyn Compared>>);

trait Compared: Any {
    fn same(&self, other: &dyn Any) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Compared for T {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

impl PartialEq for Derived {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0.as_ref().any())
    }
}

impl Derived {
    fn of<T: 'static>(&self) -> &T {
        let value: &dyn Compared = self.0.as_ref();
        value.any().downcast_ref().expect("a memo holds what its handle's type says")
    }
}

type Derive = Box<dyn Fn(Option<&Derived>) -> Derived>;

#[inline(never)]
fn make(derive: Derive) -> FrameworkMemo<Derived> {
    let derive = SendWrapper::new(derive);
    #[expect(clippy::redundant_closure, reason = "the wrapper is no function")]
    FrameworkMemo::new(move |before| derive(before))
}

#[inline(never)]
fn followed(memo: FrameworkMemo<Derived>) -> Derived {
    memo.get()
}

#[inline(never)]
fn present(memo: FrameworkMemo<Derived>) -> Derived {
    memo.get_untracked()
}

/// A value derived from signals, which tells of a change only where it differs from before.
pub fn memo<T: PartialEq + 'static>(derive: impl Fn() -> T + 'static) -> Memo<T> {
    Memo::new(move |_| derive())
}

impl<T: PartialEq + 'static> Memo<T> {
    /// The same, knowing the value before.
    pub fn new(derive: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let inner =
            make(Box::new(move |before| Derived(SendWrapper::new(Rc::new(derive(before.map(Derived::of)))))));
        Self { inner, kind: PhantomData }
    }
}

impl<T> Memo<T> {
    /// Reads and follows it.
    pub fn with<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        reader(followed(self.inner).of())
    }

    /// Reads it.
    pub fn with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        reader(present(self.inner).of())
    }

    /// Follows it.
    pub fn track(self) {
        self.inner.track();
    }
}

impl<T: Clone> Memo<T> {
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
        self.inner.try_get_untracked().map(|value| value.of::<T>().clone())
    }
}
