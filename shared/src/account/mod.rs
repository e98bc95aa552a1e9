//! The staff's accounts: signing in, invitations, sessions.

mod device;
mod name;
mod password;

mod invitation;
mod register;
mod session;

pub use device::device_name;
pub use invitation::{Acceptance, Invitation, InvitationToken, Welcome};
pub use name::AccountName;
pub use password::{PASSWORD_MAX, PASSWORD_MIN, check_password};
pub use register::{AccountLine, AccountLink, AccountPerson, AccountState, NewInvitation};
pub use session::{NewSession, RoleHeld, SessionLine, SessionView, SignedOut, StaffView};
