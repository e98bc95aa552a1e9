use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::complaint::words;

/// Days after which what is public at regular times wants to be looked at again: half a year.
pub const REFRESH_DAYS: i32 = 183;
/// Days before the end of its keeping from which on an entry is told.
pub const ENDING_DAYS: i32 = 30;

words! {
    /// What a public entry wants.
    InformationNeed {
        /// It is of those that are published at regular times, and has not been for long.
        Refresh = "refresh",
        /// It is kept no longer, or soon no longer.
        Ending = "ending",
        /// Something that readers need is missing: where it was made, plain words, or the file that is promised.
        Incomplete = "incomplete",
        /// Its link on the web leads nowhere.
        DeadLink = "dead_link",
    }
}

words! {
    /// What came back when a link was asked.
    LinkAnswer {
        /// It is there.
        Found = "found",
        /// Somebody is there who lets no program in; people may be let in.
        Guarded = "guarded",
        /// Whoever is there does not give it.
        Refused = "refused",
        /// Nobody has that name.
        NoName = "no_name",
        /// Nobody takes the call.
        NoConnection = "no_connection",
        /// Nobody answered in time.
        Late = "late",
        /// They cannot prove who they are.
        Unsafe = "unsafe",
        /// The answers lead on and on.
        Round = "round",
        /// It leads into a network that is not public, and was not asked.
        Within = "within",
        /// It leads to what is no address of the web.
        NoAddress = "no_address",
    }
}

impl LinkAnswer {
    /// Whether readers find nothing there.
    pub fn is_failure(self) -> bool {
        !matches!(self, Self::Found | Self::Guarded)
    }
}

/// What wants to be done about public entries, by agency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationBoard {
    /// The agencies that whoever asks works for and that have entries, in the order of their keys.
    pub agencies: Vec<InformationCounts>,
}

/// Entries of an agency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InformationCounts {
    /// Its key.
    pub agency: String,
    /// Entries that everyone reads.
    pub public: u32,
    /// Of these, those with all that readers need.
    pub complete: u32,
    /// Of these, those that have not been renewed for long.
    pub refresh: u32,
    /// Of these, those whose keeping ends.
    pub ending: u32,
    /// Of these, those whose link leads nowhere.
    #[serde(default)]
    pub dead_links: u32,
    /// Entries whose newest version is not public yet.
    pub waiting: u32,
}

impl InformationCounts {
    /// So many of a hundred are complete, rounded down: a hundred only where nothing is missing.
    pub fn percent(&self) -> u32 {
        self.complete * 100 / self.public.max(1)
    }
}

/// Before which day something must have been published to want a look, and up to which day its keeping ends soon.
pub fn needs_on(today: Day) -> (Day, Day) {
    (today.plus(-REFRESH_DAYS), today.plus(ENDING_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_year_and_a_month_are_counted_from_today() {
        let today = Day::new(2026, 7, 3).unwrap();
        let (refresh, ending) = needs_on(today);
        assert_eq!((refresh.to_string(), ending.to_string()), ("2026-01-01".into(), "2026-08-02".into()));
    }

    #[test]
    fn a_hundred_is_all() {
        let percent =
            |complete, public| InformationCounts { complete, public, ..Default::default() }.percent();
        assert_eq!([percent(0, 0), percent(199, 200), percent(200, 200)], [0, 99, 100]);
    }
}
