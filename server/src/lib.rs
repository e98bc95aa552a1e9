//! The server of Tanggap: what citizens file, agencies answer and everyone may count.

pub mod clock;
pub mod secret;

pub mod platform;
