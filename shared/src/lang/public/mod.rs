//! The public pages' texts, one file per room of the page.

mod aloud;
mod complaint;
mod excluded;
mod gallery;
mod guide;
mod home;
mod information;
mod kept;
mod recap;
mod redact;
mod request;
mod shell;

pub use aloud::AloudTexts;
pub use complaint::{FilingTexts, ReceiptTexts, TrackingTexts};
pub use excluded::ExcludedTexts;
pub use gallery::GalleryTexts;
pub use guide::GuideTexts;
pub use home::HomeTexts;
pub use information::InformationTexts;
pub use kept::KeptTexts;
pub use recap::RecapTexts;
pub use redact::RedactTexts;
pub use request::{ReportTexts, RequestTexts};
pub use shell::ShellTexts;
