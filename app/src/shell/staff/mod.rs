//! The frame around the staff's pages, and their site map.

mod app;
mod frame;
mod ppid;

pub use app::staff_app;
pub use ppid::ppid_page;
