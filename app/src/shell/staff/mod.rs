//! The frame around the staff's pages, and their site map.

mod app;
mod frame;

pub use app::staff_app;
