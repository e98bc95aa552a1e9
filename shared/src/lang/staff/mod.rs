//! The staff's texts: what citizens never load.

mod account;
mod answer;
mod desk;
mod document;
mod entry;
mod evidence;
mod excluding;
mod figures;
mod informing;
mod lapor;
mod photo;
mod protection;
mod register;
mod request;
mod requesting;
mod setup;
mod told;
mod word;

pub use account::AccountTexts;
pub use answer::AnswerTexts;
pub use desk::DeskTexts;
pub use entry::EntryTexts;
pub use evidence::EvidenceTexts;
pub use excluding::ExcludingTexts;
pub use figures::FiguresTexts;
pub use informing::InformingTexts;
pub use lapor::LaporTexts;
pub use photo::PhotoTexts;
pub use protection::ProtectionTexts;
pub use register::RegisterTexts;
pub use request::RequestRegisterTexts;
pub use requesting::RequestingTexts;
pub use setup::SetupTexts;
pub use told::ToldTexts;

/// Declares how a language's texts are reached. Their constants are `ID` and `EN`.
macro_rules! reached_by {
    ($(#[$doc:meta])* $name:ident: $texts:ty) => {
        impl $crate::lang::Lang {
            $(#[$doc])*
            pub const fn $name(self) -> &'static $texts {
                match self {
                    Self::Id => &ID,
                    Self::En => &EN,
                }
            }
        }
    };
}

use reached_by;
