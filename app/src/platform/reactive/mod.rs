//! Values that pages follow, and tasks, whose code the bundle holds once.
//!
//! The framework's own signals are generic down to their last line: each type of value brings its own code for
//! making, reading, changing and following it, some three kilobytes. Here what differs is behind a pointer and the
//! framework's graph sees one type alone. Names and methods are the framework's, as far as pages need them.

mod slot;

mod memo;
mod rw_signal;
mod signal;

mod task;

pub use memo::{Memo, memo};
pub use rw_signal::RwSignal;
pub use signal::Signal;
pub use task::{spawn, spawn_here, watch};
