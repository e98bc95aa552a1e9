//! Long runs.

fn main() {}
