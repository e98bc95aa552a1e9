//! The frame around every page, and the site map.

mod app;
mod choices;
mod footer;
mod frame;
mod guide;
mod header;
mod late;
mod newer;
mod not_found;
mod offline;

mod gallery;
mod staff;

pub use app::{app, late_page_of};
pub use gallery::gallery;
pub use late::LatePages;
pub use staff::{ppid_page, staff_app};
