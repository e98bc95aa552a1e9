//! The staff's accounts: signing in, invitations, where one is signed in.

mod sign_in;

mod invitation;
mod sessions;

pub use invitation::invitation_page;
pub use sessions::account_page;
pub use sign_in::sign_in_page;
