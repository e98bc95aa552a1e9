//! The public pages' texts.
