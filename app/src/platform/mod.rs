//! Mechanisms of the page: requests, languages, the device, form parts and charts. None of them knows a feature.

pub mod net;
pub mod reactive;

pub mod lang;

pub mod device;
pub mod secret;
pub mod served;
pub mod settings;

pub mod dom;

pub mod chart;
pub mod ui;
