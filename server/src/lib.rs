//! The server of Tanggap: what citizens file, agencies answer and everyone may count.

pub mod clock;
pub mod secret;

pub mod platform;

pub mod account;
pub mod complaint;
pub mod information;
pub mod journey;
pub mod meta;
pub mod protection;
pub mod recap;
pub mod request;
pub mod setup;
pub mod shell;

pub mod demo;
pub mod verify;

pub mod error;
pub mod state;

pub mod config;
pub mod router;
pub mod upkeep;

pub mod cli;

#[cfg(feature = "manual-clock")]
pub mod testing;
