//! A case: what it says, what happened, and what whoever looks at it may do now.

mod desk_case;

mod content;
mod facts;
mod story;

mod command;
mod form;
mod words;

mod answer;
mod approve;
mod check;
mod identify;
mod link;
mod merge;
mod photos;
mod publish;
mod say;
mod template;
mod what;

mod actions;

mod page;

pub use page::case_page;
