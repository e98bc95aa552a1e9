//! Mechanisms that know nothing of the features above them.

pub mod access;
pub mod backup;
pub mod db;
pub mod event;
pub mod files;
pub mod health;
pub mod hex;
pub mod http;
pub mod idempotency;
pub mod kept;
pub mod ledger;
pub mod limit;
pub mod live;
pub mod metrics;
pub mod outbox;
pub mod pages;
pub mod pdf;
pub mod presence;
pub mod reach;
pub mod seal;
pub mod search;
pub mod settings;
pub mod sheet;
pub mod xml;
