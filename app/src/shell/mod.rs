//! The frame around every page, and the site map.

mod app;
mod choices;
mod footer;
mod frame;
mod header;
mod newer;
mod not_found;
mod offline;

pub use app::app;
