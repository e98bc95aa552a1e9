//! The staff's accounts: signing in, invitations, sessions.

mod name;
mod password;

mod invitation;
mod session;

pub use invitation::{Acceptance, Invitation, InvitationToken, Welcome};
pub use name::AccountName;
pub use password::{PASSWORD_MAX, PASSWORD_MIN, check_password};
pub use session::{NewSession, RoleHeld, SessionLine, SignedOut, StaffView};
