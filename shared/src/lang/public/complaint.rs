mod filing;
mod receipt;
mod tracking;

pub use filing::FilingTexts;
pub use receipt::ReceiptTexts;
pub use tracking::TrackingTexts;
