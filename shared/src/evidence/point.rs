use crate::complaint::words;

words! {
    /// A group of the monitoring.
    EvidenceGroup {
        /// Which information is public (jenis informasi).
        Kinds = "kinds",
        /// How it is found and used by machines (digitalisasi).
        Digital = "digital",
        /// How good it is (kualitas).
        Quality = "quality",
        /// How requests are answered (pelayanan).
        Service = "service",
        /// How the office stands by it (komitmen).
        Commitment = "commitment",
        /// By which means people reach it (sarana-prasarana).
        Facilities = "facilities",
    }
}

words! {
    /// What is to be proven.
    EvidencePoint {
        /// Regular information is public.
        Regular = "regular",
        /// Immediate information is public.
        Immediate = "immediate",
        /// Information at any time is public.
        AnyTime = "any_time",
        /// There is a list of what is excluded.
        Excluded = "excluded",
        /// Every agency has public information.
        Agencies = "agencies",
        /// The list can be searched.
        Search = "search",
        /// The whole list can be had in open formats.
        OpenFormats = "open_formats",
        /// There is a catalogue for machines.
        Catalogue = "catalogue",
        /// There is a feed of what is new.
        Feed = "feed",
        /// There is a map of the site for search engines.
        Sitemap = "sitemap",
        /// Entries have all that readers need.
        Complete = "complete",
        /// Regular information was published within half a year.
        Fresh = "fresh",
        /// Requests are answered within the limit.
        InTime = "in_time",
        /// Requests can be made, followed and objected to.
        Forms = "forms",
        /// Objections are decided on.
        Objections = "objections",
        /// Refusals rest on a consequence test.
        Tests = "tests",
        /// There is a yearly report.
        Report = "report",
        /// There are pages that a simple telephone shows without scripts.
        Pages = "pages",
        /// Immediate information is there in plain words.
        PlainWords = "plain_words",
        /// Information is there to be heard.
        Recordings = "recordings",
        /// Information is there in the local language.
        LocalLanguage = "local_language",
    }
}

words! {
    /// Whether a point is proven.
    EvidenceState {
        /// It is.
        Proven = "proven",
        /// In part: something is missing.
        Partly = "partly",
        /// It is not.
        Missing = "missing",
    }
}

impl EvidenceGroup {
    /// Its weight; all together are a hundred.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Kinds => 40,
            Self::Digital => 20,
            Self::Quality | Self::Service | Self::Commitment | Self::Facilities => 10,
        }
    }
}

impl EvidencePoint {
    /// The group that it belongs to.
    pub const fn group(self) -> EvidenceGroup {
        match self {
            Self::Regular | Self::Immediate | Self::AnyTime | Self::Excluded | Self::Agencies => {
                EvidenceGroup::Kinds
            }
            Self::Search | Self::OpenFormats | Self::Catalogue | Self::Feed | Self::Sitemap => {
                EvidenceGroup::Digital
            }
            Self::Complete | Self::Fresh => EvidenceGroup::Quality,
            Self::InTime | Self::Forms | Self::Objections => EvidenceGroup::Service,
            Self::Tests | Self::Report => EvidenceGroup::Commitment,
            Self::Pages | Self::PlainWords | Self::Recordings | Self::LocalLanguage => {
                EvidenceGroup::Facilities
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_a_hundred_and_no_group_is_empty() {
        assert_eq!(EvidenceGroup::ALL.iter().map(|group| group.weight()).sum::<u32>(), 100);
        for group in EvidenceGroup::ALL {
            assert!(EvidencePoint::ALL.iter().any(|point| point.group() == *group), "{group}");
        }
    }
}
