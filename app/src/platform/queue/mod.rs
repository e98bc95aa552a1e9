//! Files that an office sends: chosen or dropped, sent one after the other in pieces, each with how far it is.

mod picker;
mod row;
mod sent;

pub use picker::{drop_place, picker};
pub use row::on_its_way;
pub use sent::{Answer, Place, Queue, Tell};
