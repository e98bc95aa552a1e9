use crate::lang::Lang;

/// Texts of the transparency page.
pub struct RecapTexts {
    /// The page's title.
    pub title: &'static str,
}

const ID: RecapTexts = RecapTexts { title: "Tanggap" };

const EN: RecapTexts = RecapTexts { title: "Tanggap" };

impl Lang {
    /// Texts of the transparency page.
    pub const fn recap(self) -> &'static RecapTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
