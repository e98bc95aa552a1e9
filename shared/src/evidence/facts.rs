use crate::information::Category;
use crate::request::RequestReport;

/// Public entries of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryFacts {
    /// The category.
    pub category: Category,
    /// How many there are.
    pub public: u32,
    /// Of these, those that lack something that readers need.
    pub incomplete: u32,
    /// Of these, those that were published longer than half a year ago.
    pub stale: u32,
    /// Of these, those with plain words.
    pub plain: u32,
    /// Of these, those in the local language, too.
    pub local: u32,
    /// Of these, those with a recording to be heard or seen.
    pub recorded: u32,
}

/// Notices that refuse, as a whole or in part, and stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefusalFacts {
    /// How many there are.
    pub all: u32,
    /// Of these, those that name a consequence test.
    pub tested: u32,
    /// Numbers of requests whose refusal names none; the latest.
    pub untested: Vec<String>,
}

/// What stands on the list of what is excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExclusionFacts {
    /// How much there is.
    pub all: u32,
    /// Numbers of consequence tests whose term has ended without another decision.
    pub ended: Vec<i64>,
}

/// An address that proves something, and whether the server has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// The address.
    pub path: &'static str,
    /// Whether something is there.
    pub is_there: bool,
}

/// What is known of the office's public information and requests.
#[derive(Clone, Debug)]
pub struct EvidenceFacts {
    /// Entries by category; a category without any may be left out.
    pub entries: Vec<EntryFacts>,
    /// The keys of agencies in office.
    pub agencies: Vec<String>,
    /// The keys of agencies that have public entries.
    pub publishing: Vec<String>,
    /// Entries that lack something; the latest.
    pub incomplete: Vec<i64>,
    /// Regular entries that were published longer than half a year ago; the oldest.
    pub stale: Vec<i64>,
    /// The report of this year.
    pub report: RequestReport,
    /// Refusals and consequence tests.
    pub refusals: RefusalFacts,
    /// What is excluded.
    pub exclusions: ExclusionFacts,
    /// Addresses that are asked for.
    pub served: Vec<Served>,
}

impl EvidenceFacts {
    /// Whether the server has an address.
    pub fn has(&self, path: &str) -> bool {
        self.served.iter().any(|served| served.path == path && served.is_there)
    }

    /// A sum over entries of some categories.
    pub(super) fn sum(&self, categories: &[Category], of: impl Fn(&EntryFacts) -> u32) -> u32 {
        self.entries.iter().filter(|entry| categories.contains(&entry.category)).map(of).sum()
    }
}
