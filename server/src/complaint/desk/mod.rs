//! The desk: what the staff see of complaints, and what they do with them.

mod store;

mod due;
mod facts;
mod open;
mod similar;
mod suggest;
mod view;

pub mod late;
pub mod list;
pub mod messages;
pub mod show;

mod command;
mod perform;
mod reply;

pub mod accept;
pub mod answer;
pub mod approve;
pub mod archive;
pub mod ask;
pub mod assign;
pub mod check;
pub mod dispose;
pub mod edit;
pub mod enter;
pub mod identity;
pub mod link;
pub mod merge;
pub mod note;
pub mod postpone;
pub mod publish;
pub mod resume;
pub mod return_case;
pub mod sample;
pub mod seal;
pub mod to_request;
pub mod verify;

pub mod download;
