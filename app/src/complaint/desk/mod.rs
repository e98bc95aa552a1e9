//! The desk: the staff's inbox and their view of a case.

mod badges;
mod due;

mod case;
mod figures;
mod inbox;
mod told;

pub use case::case_page;
pub use figures::figures_page;
pub use inbox::inbox_page;
pub use told::{late_page, messages_page};
