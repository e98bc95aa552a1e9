//! Which agencies want their answers released by the responsible officer.

mod store;

pub mod list;
pub mod set;

pub(super) use self::store::is_needed;
