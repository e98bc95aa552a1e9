//! The staff's accounts: invitations, signing in and out, sessions.

pub mod store;

mod password;
mod totp;

pub mod invite;
pub mod register;
pub mod seat;

pub mod acceptance;
pub mod invitation;

pub mod sessions;
pub mod show;
pub mod sign_in;
pub mod sign_out;
