use serde::{Deserialize, Serialize};

use crate::calendar::Day;

/// The limits of requests and objections, valid from a day on. Nothing pauses them: the law knows no pause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestProfile {
    /// Its name, such as `uu-14-2008`.
    pub key: String,
    /// The first day of receipt it applies to.
    pub valid_from: Day,
    /// Whether someone has checked it against the law in force. Shown wherever its dates are.
    pub confirmed: bool,
    /// Working days from receipt to the written notice.
    pub notice_days: u32,
    /// Working days that the notice may come later, once and with a reason.
    pub extension_days: u32,
    /// Working days from a ground to the objection.
    pub objection_days: u32,
    /// Working days from the objection to the superior's decision.
    pub decision_days: u32,
    /// Working days from the decision to the dispute before the Komisi Informasi.
    pub dispute_days: u32,
}

impl RequestProfile {
    /// The profile that applies to a day of receipt: the latest that was valid by then.
    pub fn for_day(profiles: &[Self], received_on: Day) -> Option<&Self> {
        let valid = profiles.iter().filter(|profile| profile.valid_from <= received_on);
        valid.max_by_key(|profile| profile.valid_from)
    }
}
