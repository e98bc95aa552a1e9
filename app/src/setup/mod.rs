//! What the coordinator keeps for the whole instance.

mod agencies;
mod holidays;
mod page;
mod profiles;
mod request_profiles;
mod rules;
mod sectors;
mod sheet;

pub use page::setup_page;
