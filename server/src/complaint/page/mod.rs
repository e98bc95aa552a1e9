//! A citizen's pages as HTML, for everyone whose phone does not run the app, and until it does.

pub mod track;
