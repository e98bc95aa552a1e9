//! Who is asking: the staff's sessions, and what their roles allow.

mod cookie;
mod people;
mod session;
mod staff;

pub use cookie::{SESSION as SESSION_COOKIE, device_mark, remember_device, set, unset};
pub use people::{checkers, colleagues, inspectors, people, with_role};
pub use session::{Begun, begin, end, end_all, list, sweep};
pub use staff::{Allowed, Staff, actor_of};
