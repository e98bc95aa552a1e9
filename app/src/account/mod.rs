//! The staff's accounts: signing in, invitations, where one is signed in.

mod sign_in;

mod invitation;
mod register;
mod sessions;

pub use invitation::invitation_page;
pub use register::register_page;
pub use sessions::account_page;
pub use sign_in::sign_in_page;
