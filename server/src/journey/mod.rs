//! Steps that cross features.

pub mod change_setup;
