//! Complaints: filing one, following it, and what moves it on.

pub mod store;

mod access;
mod advance;
mod brought;
mod due;
mod new;
mod receipt;
mod reporter_step;
mod row;
mod sample;
mod similar;

pub mod accept;
pub mod approval;
pub mod calendar;
pub mod close;
pub mod desk;
pub mod erase;
pub mod figures;
pub mod file;
pub mod follow;
pub mod hold;
pub mod import;
pub mod lapor;
pub mod message;
pub mod page;
pub mod photo;
pub mod publication;
pub mod refuse;
pub mod remind;
pub mod support;
pub mod template;
pub mod turned;
pub mod upload;
pub mod view;
pub mod withdraw;

pub use access::reporter;
pub use advance::{AdvanceError, Changes, Step, actor_word, advance, apply, record};
pub use due::fill;
pub use receipt::{course, deadlines};
