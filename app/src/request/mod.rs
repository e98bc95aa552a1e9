//! Requests for public information as the PPID work on them: the list, a request with what may be done with it, and its letters.

mod address;
mod asked;
mod assign;
mod clock;
mod cost;
mod decide;
mod deliver;
mod due;
mod enter;
mod filters;
mod form;
mod given;
mod grant;
mod identify;
mod letter;
mod letters;
mod list;
mod objections;
mod opened;
mod page;
mod publish;
mod refuse;
mod rows;
mod story;
mod tell;
mod wanted;
mod ways;

pub use enter::enter_page;
pub use letter::letter_page;
pub use list::request_list_page;
pub use page::request_page;
