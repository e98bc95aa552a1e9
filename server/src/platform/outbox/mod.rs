//! Messages to people. They are written in the transaction of what they tell about, so that neither is without the other,
//! and mailed afterwards: to reporters one by one, to the staff as a digest of what they have not yet read in the application.
//!
//! A mail names a code and what happened, and never what somebody wrote: mail is read by others on its way.

mod deliver;
mod follower;
mod letter;
mod mail;
mod store;

pub use deliver::deliver;
pub use follower::{ask_follower, close_follower, is_news, tell_followers};
pub use mail::{Mail, MailConfig, MailError};
pub use store::{
    About, NewMessage, Stored, count_unread, forget, is_told, latest, mark_read, send, tell_applicant,
    tell_reporter,
};
