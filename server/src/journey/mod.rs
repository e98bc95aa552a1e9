//! Steps that cross features.

pub mod change_setup;
pub mod draft_from_request;
pub mod evidence;
pub mod request_from_complaint;
pub mod suggest_public;
