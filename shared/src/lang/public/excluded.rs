use crate::information::consequence::ConsequenceStage;
use crate::lang::{Lang, fill};

/// Texts of the list of what is excluded, which the server alone writes.
pub struct ExcludedTexts {
    /// The page's title.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// Nothing is excluded.
    pub none: &'static str,
    /// Column: the law relied on.
    pub law: &'static str,
    /// Column: the decision.
    pub decision: &'static str,
    /// A decision's number and day.
    pub decided: &'static str,
    /// Column: the last day of the term.
    pub until: &'static str,
    /// The address says something that cannot be understood.
    pub unclear: &'static str,
}

const ID: ExcludedTexts = ExcludedTexts {
    title: "Informasi yang dikecualikan",
    lead: "Daftar Informasi yang Dikecualikan: yang untuk sementara tidak dibuka, atas keputusan PPID setelah uji konsekuensi. Isinya tidak ada di sini.",
    none: "Tidak ada informasi yang dikecualikan.",
    law: "Dasar hukum",
    decision: "Keputusan PPID",
    decided: "Nomor {number}, {day}",
    until: "Dikecualikan sampai",
    unclear: "Alamat ini tidak bisa dibaca.",
};

const EN: ExcludedTexts = ExcludedTexts {
    title: "Excluded information",
    lead: "The list of excluded information: what is not open for a time, by a decision of the information officer after a consequence test. Its content is not here.",
    none: "Nothing is excluded.",
    law: "Law relied on",
    decision: "Decision of the information officer",
    decided: "Number {number}, {day}",
    until: "Excluded until",
    unclear: "This address cannot be read.",
};

impl Lang {
    /// Texts of the list of what is excluded.
    pub const fn excluded(self) -> &'static ExcludedTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }

    /// A decision's number and day.
    pub fn excluded_by(self, number: &str, day: &str) -> String {
        fill(self.excluded().decided, &[("number", number), ("day", day)])
    }

    /// Where something stands that is in the list; nothing for what is not.
    pub const fn excluded_stage(self, stage: ConsequenceStage) -> Option<&'static str> {
        match stage {
            ConsequenceStage::Decided => Some(self.pick("Berlaku", "In force")),
            ConsequenceStage::ToReview => Some(
                self.pick("Jangka waktunya habis, menunggu peninjauan", "Its term has ended, to be reviewed"),
            ),
            ConsequenceStage::Proposed | ConsequenceStage::Considered | ConsequenceStage::Withdrawn => None,
        }
    }
}
