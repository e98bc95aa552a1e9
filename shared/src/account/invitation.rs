use serde::{Deserialize, Serialize};

use super::RoleHeld;

/// Opens an invitation. It travels in a body, so that no address holds it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationToken {
    /// The letters at the end of the link.
    pub token: String,
}

/// Who is invited, and the key of their second factor.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// What they will be there for.
    pub roles: Vec<RoleHeld>,
    /// The key for an authenticator (RFC 6238: SHA-1, six digits, thirty seconds), in base 32.
    pub totp_key: String,
    /// The same as an address that authenticators open: `otpauth://totp/…`.
    pub totp_address: String,
    /// Until when it holds, in milliseconds since 1970 (UTC).
    pub ends_at: i64,
}

/// Accepts an invitation.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The letters at the end of the link.
    pub token: String,
    /// The new password.
    pub password: String,
    /// What the authenticator shows: a proof that it has the key.
    pub totp: String,
}

/// The account is ready.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Welcome {
    /// The account's name.
    pub name: String,
    /// Codes that open the account when the authenticator is lost, each once. They are shown this one time.
    pub recovery_codes: Vec<String>,
}
