//! The model of Tanggap and its rules, spoken by the page in the browser and by the server alike.
//!
//! Nothing here does input or output, asks a clock or draws a random number: what depends on
//! the day, on known keys or on settings takes them as arguments. So a form checks on the phone exactly what
//! the server checks again.

pub mod api;
pub mod problem;

pub mod calendar;
pub mod region;
pub mod regulation;
pub mod text;

pub mod access;
pub mod account;
pub mod instance;
pub mod setup;

pub mod complaint;
pub mod evidence;
pub mod information;
pub mod recap;
pub mod request;

pub mod chart;
pub mod contrast;
pub mod lang;
pub mod media;
pub mod privacy;
pub mod protection;
pub mod redact;
pub mod speech;
