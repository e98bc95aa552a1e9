use serde::{Deserialize, Serialize};

use crate::complaint::words;

/// Who complained, as far as they said so.
// Not shown in logs: it has no `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentityView {
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

words! {
    /// What of a complaint is erased.
    ErasedPart {
        /// Who complained.
        Identity = "identity",
        /// Photos and documents.
        Files = "files",
        /// Everything that was written.
        Words = "words",
    }
}

/// Erases a complaint on a rightful request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewErasure {
    /// The tracking code; of a request for information its number in the register.
    pub code: String,
    /// By what right, without naming anybody.
    pub reason: String,
}

/// What was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Erased {
    /// The tracking code or the number in the register, which stays.
    pub code: String,
}

/// That somebody read who complained, or who asks for information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentityReading {
    /// The moment, in milliseconds since 1970 (UTC).
    pub at: i64,
    /// The tracking code, with dashes; the register's number of a request for information.
    pub code: String,
    /// The person's name.
    pub by: String,
    /// Why; none once it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
