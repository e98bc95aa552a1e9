//! Mechanisms that know nothing of the features above them.

pub mod db;
