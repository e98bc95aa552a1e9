use crate::lang::Lang;

/// Texts of the frame around every page and the first page.
pub struct ShellTexts {
    /// The page's title.
    pub title: &'static str,
}

const ID: ShellTexts = ShellTexts { title: "Tanggap" };

const EN: ShellTexts = ShellTexts { title: "Tanggap" };

impl Lang {
    /// Texts of the frame around every page and the first page.
    pub const fn shell(self) -> &'static ShellTexts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}
