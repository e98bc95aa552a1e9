use serde::{Deserialize, Serialize};

use crate::access::Role;

/// Signs in.
// Not shown in logs: it has no `Debug`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// The account's name.
    pub name: String,
    /// Its password.
    pub password: String,
    /// The six digits that the account's authenticator shows, or one of its recovery codes.
    pub totp: String,
}

/// A role that an account has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// The agency it is held for, where it is held for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffView {
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// What they are there for.
    pub roles: Vec<RoleHeld>,
    /// When they have to sign in again at the latest, in milliseconds since 1970 (UTC).
    pub ends_at: i64,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
    /// How many messages they have not looked at.
    pub unread: u32,
}

/// Who is signed in at this browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// Nobody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffView>,
}

impl StaffView {
    /// Whether they have a role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }
}

/// One session of the account's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionLine {
    /// Its id, to end it.
    pub id: String,
    /// Whether it is the one that asks.
    pub is_present: bool,
    /// When it began, in milliseconds since 1970 (UTC).
    pub began_at: i64,
    /// When it was last used, to the minute, in milliseconds since 1970 (UTC).
    pub seen_at: i64,
    /// Browser and system, as far as the browser says.
    pub device: String,
}

/// The session has ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedOut {}
