use crate::lang::Lang;

/// Texts of filing, the receipt and tracking.
pub struct ComplaintTexts {
    /// The page's title.
    pub title: &'static str,
}

const ID: ComplaintTexts = ComplaintTexts { title: "Tanggap" };

const EN: ComplaintTexts = ComplaintTexts { title: "Tanggap" };

impl Lang {
    /// Texts of filing, the receipt and tracking.
    pub const fn complaint(self) -> &'static ComplaintTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
