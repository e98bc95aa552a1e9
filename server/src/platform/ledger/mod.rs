//! The recap's ledger: how many complaints entered and left each cell on each local day.
//!
//! Features collect [`Movements`] while they change complaints; [`super::event::record`] writes them in the same
//! transaction. So a recap as of any day is a sum over cells, whatever the number of complaints.

mod movements;
mod write;

pub mod memory;

pub use movements::{Cell, Movements, Pace};
pub use write::write;
