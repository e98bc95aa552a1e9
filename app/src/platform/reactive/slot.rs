use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

/// A place for a value of any type, which ends with the page or effect that it was made in.
pub(super) type Slot = StoredValue<Rc<dyn Any>, LocalStorage>;

/// Makes a place.
#[inline(never)]
pub(super) fn make(value: Rc<dyn Any>) -> Slot {
    StoredValue::new_local(value)
}

/// What is in a place; nothing once it has ended.
#[inline(never)]
pub(super) fn open(slot: Slot) -> Option<Rc<dyn Any>> {
    slot.try_get_value()
}

/// Reads a value of a place.
pub(super) fn read<T: 'static, R>(value: &Rc<dyn Any>, read: impl FnOnce(&T) -> R) -> R {
    read(&cell(value).borrow())
}

/// Changes a value of a place.
pub(super) fn write<T: 'static, R>(value: &Rc<dyn Any>, write: impl FnOnce(&mut T) -> R) -> R {
    write(&mut cell(value).borrow_mut())
}

fn cell<T: 'static>(value: &Rc<dyn Any>) -> &RefCell<T> {
    value.downcast_ref().expect("a place holds what its handle's type says")
}
