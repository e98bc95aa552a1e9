//! Mechanisms that know nothing of the features above them.

pub mod db;
pub mod event;
pub mod ledger;
pub mod settings;
