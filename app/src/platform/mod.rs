//! Mechanisms of the page: requests, languages, the device, form parts and charts. None of them knows a feature.

pub mod object;
pub mod reactive;

pub mod net;

pub mod lang;

pub mod clock;
pub mod device;
pub mod secret;
pub mod sending;
pub mod served;
pub mod session;
pub mod settings;

pub mod dom;

pub mod aloud;
pub mod chart;
pub mod queue;
pub mod redact;
pub mod ui;
